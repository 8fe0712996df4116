import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { metricsNamespace } from "./business-metrics.ts";
import type { AnyMetric, Measure } from "./metric.ts";

/** Whose metrics they are: two dimensions of each, in this order. */
export interface MetricSource {
  readonly service: string;
  /** One stage's alarms hear nothing of another's calls. */
  readonly stage: string;
}

/**
 * One line of CloudWatch's embedded metric format for each metric, at once: nothing is kept for a later invocation.
 * What is counted apart is counted as a whole, too: an alarm can add up no metrics of which it does not know the names.
 */
export function powertoolsMetrics<Metric extends AnyMetric>({
  service,
  stage,
}: MetricSource): Measure<Metric> {
  const metrics = new Metrics({
    namespace: metricsNamespace,
    serviceName: service,
    defaultDimensions: { stage },
  });
  return ({ name, milliseconds, ...dimensions }) => {
    const line = metrics.singleMetric();
    const apart = Object.entries(dimensions).map(([key, value]) => [key, String(value)]);
    if (apart.length > 0) {
      line.addDimensions(Object.fromEntries(apart));
      line.addDimensions({});
    }
    if (milliseconds === undefined) line.addMetric(name, MetricUnit.Count, 1);
    else line.addMetric(name, MetricUnit.Milliseconds, milliseconds);
  };
}
