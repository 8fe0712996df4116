/** Where CloudWatch has the Lambdas' own metrics. */
export const metricsNamespace = "SkillCall";

export interface BusinessMetric {
  /** The Lambda that counts it, by its package: the dimension `service`. */
  readonly service: "skill" | "sma-handler" | "context-api";
  /** A second dimension, where it is counted apart. */
  readonly by?: "cause" | "reason" | "destination";
  /** What it counts, for people who read a dashboard. */
  readonly title: string;
}

/** What the Lambdas count, by its name in CloudWatch: their tests and the dashboards are held to it. */
export const businessMetrics = {
  CallsStarted: { service: "skill", title: "Calls started" },
  CallStartFailed: { service: "skill", by: "cause", title: "Calls that could not be started" },
  ContextsClaimed: { service: "sma-handler", title: "Calls with a context" },
  ContextsMissing: { service: "sma-handler", by: "reason", title: "Calls without a context" },
  OrdinaryCalls: { service: "sma-handler", title: "Calls that came from no skill" },
  CallsRouted: { service: "sma-handler", by: "destination", title: "Calls routed" },
  DestinationsFailed: { service: "sma-handler", by: "cause", title: "Destinations that failed" },
  CallsConnected: { service: "sma-handler", title: "Calls answered" },
  TimeToAnswer: { service: "sma-handler", title: "Time from INVITE to answer (ms)" },
  ContextsRead: { service: "context-api", title: "Contexts read" },
  ContextsNotFound: { service: "context-api", title: "Contexts not found" },
  RequestsDenied: { service: "context-api", by: "cause", title: "Requests denied" },
} as const satisfies Record<string, BusinessMetric>;

export type BusinessMetricName = keyof typeof businessMetrics;
