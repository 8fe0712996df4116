import { metricsNamespace } from "./business-metrics.ts";
import type { AnyMetric, Measure } from "./metric.ts";

/** Whose metrics they are: two dimensions of each, in this order. */
export interface MetricSource {
  readonly service: string;
  /** One stage's alarms hear nothing of another's calls. */
  readonly stage: string;
}

/**
 * One line of CloudWatch's embedded metric format for each metric, at once: nothing is kept for a later invocation, and
 * a Lambda that is stopped half-way has told what happened until then. What is counted apart is counted as a whole, too:
 * an alarm can add up no metrics of which it does not know the names.
 */
export function embeddedMetrics<Metric extends AnyMetric>({
  service,
  stage,
}: MetricSource): Measure<Metric> {
  const whole = { service, stage };
  return ({ name, milliseconds, ...facts }) => {
    const told = Object.entries(facts).filter(([, value]) => value !== undefined && value !== "");
    const apart = Object.fromEntries(told.map(([key, value]) => [key, String(value)]));
    const all = { ...whole, ...apart };
    const dimensions =
      told.length > 0 ? [Object.keys(all), Object.keys(whole)] : [Object.keys(whole)];
    const unit = milliseconds === undefined ? "Count" : "Milliseconds";
    const directive = {
      Namespace: metricsNamespace,
      Dimensions: dimensions,
      Metrics: [{ Name: name, Unit: unit }],
    };
    const _aws = { Timestamp: Date.now(), CloudWatchMetrics: [directive] };
    process.stdout.write(`${JSON.stringify({ _aws, ...all, [name]: milliseconds ?? 1 })}\n`);
  };
}
