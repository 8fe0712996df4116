import { Duration } from "aws-cdk-lib";
import { type IMetric, MathExpression, Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { LambdaPackage } from "../lambda/lambda-folders.ts";

/** Where the Lambdas' own metrics are. */
const metricsNamespace = "SkillCall";

interface BusinessMetric {
  /** The Lambda that counts it: the dimension `service`. */
  readonly service: LambdaPackage;
  /** A second dimension, where it is counted apart. */
  readonly by?: "cause" | "reason" | "destination";
  /** What it counts, for who reads the dashboard. */
  readonly title: string;
}

/** What the Lambdas count, by its name in CloudWatch. */
export const businessMetrics = {
  CallsStarted: { service: "skill", title: "Calls started" },
  CallStartFailed: { service: "skill", by: "cause", title: "Calls that could not be started" },
  ContextsClaimed: { service: "sma-handler", title: "Calls with a context" },
  ContextsMissing: { service: "sma-handler", by: "reason", title: "Calls without a context" },
  CallsRouted: { service: "sma-handler", by: "destination", title: "Calls routed" },
  DestinationsFailed: { service: "sma-handler", by: "cause", title: "Destinations that failed" },
  CallsConnected: { service: "sma-handler", title: "Calls answered" },
  TimeToAnswer: { service: "sma-handler", title: "Time from INVITE to answer (ms)" },
  ContextsRead: { service: "context-api", title: "Contexts read" },
  ContextsNotFound: { service: "context-api", title: "Contexts not found" },
  RequestsDenied: { service: "context-api", by: "cause", title: "Requests denied" },
} as const satisfies Record<string, BusinessMetric>;

export type BusinessMetricName = keyof typeof businessMetrics;

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
