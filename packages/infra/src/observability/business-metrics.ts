import {
  type BusinessMetric,
  type BusinessMetricName,
  businessMetrics,
  metricsNamespace,
} from "@skill-call/telemetry/business-metrics";
import { Duration } from "aws-cdk-lib";
import { type IMetric, MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";

const period = Duration.minutes(1);

/** All that was counted in a minute, whatever its second dimension says; fit for an alarm. */
export function countOf(name: BusinessMetricName): IMetric {
  const { service, title, by }: BusinessMetric = businessMetrics[name];
  if (by === undefined) return plainMetric(name, "Sum");
  // A metric with a further dimension is another metric: only a query adds them up, and alarms take queries.
  return new MathExpression({
    expression: `SELECT SUM(${name}) FROM SCHEMA(${metricsNamespace}, ${by}, service) WHERE service = '${service}'`,
    label: title,
    period,
  });
}

/** A line for each value of the second dimension; fit for a dashboard. */
export function eachOf(name: BusinessMetricName): IMetric {
  const { service, by }: BusinessMetric = businessMetrics[name];
  if (by === undefined) return plainMetric(name, "Sum");
  const search = `{${metricsNamespace},${by},service} MetricName="${name}" service="${service}"`;
  return new MathExpression({ expression: `SEARCH('${search}', 'Sum')`, label: "", period });
}

/** A percentile of the time from INVITE to answer, in milliseconds. */
export function timeToAnswer(percentile: "p50" | "p90" | "p99"): IMetric {
  return plainMetric("TimeToAnswer", percentile);
}

function plainMetric(name: BusinessMetricName, statistic: string): Metric {
  const { service, title }: BusinessMetric = businessMetrics[name];
  return new Metric({
    namespace: metricsNamespace,
    metricName: name,
    dimensionsMap: { service },
    statistic,
    period,
    label: statistic === "Sum" ? title : statistic,
  });
}
