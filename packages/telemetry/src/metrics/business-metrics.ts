/** Where CloudWatch has the Lambdas' own metrics. */
export const metricsNamespace = "SkillCall";

/** The Lambdas that count, by their packages: the dimension `service`. */
export type CountingService = "skill" | "sma-handler" | "connect-handler" | "context-api";

export interface BusinessMetric {
  /** A second dimension, where it is counted apart. */
  readonly by?: "cause" | "reason" | "destination";
  /** What it counts, for people who read a dashboard. */
  readonly title: string;
}

const ofCalls = {
  ContextsClaimed: { title: "Calls with a context" },
  ContextsMissing: { by: "reason", title: "Calls without a context" },
  OrdinaryCalls: { title: "Calls that came from no skill" },
  CallsRouted: { by: "destination", title: "Calls routed" },
  CallsConnected: { title: "Calls answered" },
  RoutesNotTakenOver: { by: "cause", title: "Looks that found no fit document of routes" },
} as const;

/**
 * What each Lambda counts, by its name in CloudWatch: their tests and the dashboards are held to it. Two of them may
 * count the same under one name.
 */
export const businessMetrics = {
  skill: {
    CallsStarted: { title: "Calls started" },
    CallStartFailed: { by: "cause", title: "Calls that could not be started" },
  },
  "sma-handler": {
    ...ofCalls,
    DestinationsFailed: { by: "cause", title: "Destinations that failed" },
    TimeToAnswer: { title: "Time from INVITE to answer (ms)" },
  },
  "connect-handler": {
    ...ofCalls,
    DestinationsFailed: { title: "Destinations that failed" },
    NobodyAnswered: { title: "Calls answered by nobody who pressed a key" },
  },
  "context-api": {
    ContextsRead: { title: "Contexts read" },
    ContextsNotFound: { title: "Contexts not found" },
    RequestsDenied: { by: "cause", title: "Requests denied" },
  },
} as const satisfies Record<CountingService, Record<string, BusinessMetric>>;

/** What one Lambda counts. */
export type BusinessMetricName<Service extends CountingService> =
  keyof (typeof businessMetrics)[Service] & string;
