import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { metricsNamespace } from "./business-metrics.ts";
import type { AnyMetric, Measure } from "./metric.ts";

/** One line of CloudWatch's embedded metric format for each metric, at once: nothing is kept for a later invocation. */
export function powertoolsMetrics<Metric extends AnyMetric>(serviceName: string): Measure<Metric> {
  const metrics = new Metrics({ namespace: metricsNamespace, serviceName });
  return ({ name, milliseconds, ...dimensions }) => {
    const line = metrics.singleMetric();
    for (const [dimension, value] of Object.entries(dimensions))
      line.addDimension(dimension, String(value));
    if (milliseconds === undefined) line.addMetric(name, MetricUnit.Count, 1);
    else line.addMetric(name, MetricUnit.Milliseconds, milliseconds);
  };
}
