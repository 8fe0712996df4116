import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import type { Measure } from "./metric.ts";

/** One line of CloudWatch's embedded metric format for each metric, at once: nothing is kept for a later invocation. */
export function powertoolsMetrics(): Measure {
  const metrics = new Metrics({ namespace: "SkillCall", serviceName: "skill" });
  return ({ name, ...dimensions }) => {
    const line = metrics.singleMetric();
    for (const [dimension, value] of Object.entries(dimensions))
      line.addDimension(dimension, value);
    line.addMetric(name, MetricUnit.Count, 1);
  };
}
