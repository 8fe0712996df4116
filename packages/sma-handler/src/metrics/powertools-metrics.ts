import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Measure } from "./metric.ts";

/** One line of CloudWatch's embedded metric format for each metric, at once: nothing is kept for a later invocation. */
export function powertoolsMetrics(): Measure {
  const metrics = new Metrics({ namespace: "SkillCall", serviceName: "sma-handler" });
  return (metric) => {
    const line = metrics.singleMetric();
    if (metric.name === "TimeToAnswer") {
      line.addMetric(metric.name, MetricUnit.Milliseconds, metric.milliseconds);
      return;
    }
    const { name, ...dimensions } = metric;
    for (const [dimension, value] of Object.entries(dimensions))
      line.addDimension(dimension, value);
    line.addMetric(name, MetricUnit.Count, 1);
  };
}
