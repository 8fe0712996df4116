/**
 * One thing that is counted, in the words of the business, or timed where it has `milliseconds`; its other fields are
 * dimensions, and have few values: each is a metric of its own, and billed. Which there are, each Lambda says itself.
 */
export type AnyMetric = { readonly name: string; readonly milliseconds?: number } & Readonly<
  Record<string, string | number | undefined>
>;

export type Measure<Metric extends AnyMetric> = (metric: Metric) => void;
