import { Duration } from "aws-cdk-lib";
import type { Alarms } from "./alarms.ts";
import type { StageMetrics } from "./business-metrics.ts";
import type { Graph } from "./team-dashboard.ts";

/** For routes that are kept elsewhere: whether they are taken over. */
export function routesAlarm(
  alarms: Alarms,
  metrics: StageMetrics<"sma-handler"> | StageMetrics<"connect-handler">,
): Graph {
  alarms.when("RoutesNotTakenOver", {
    metric: metrics.countOf("RoutesNotTakenOver", Duration.minutes(5)),
    threshold: 1,
    meaning: "The newest routes cannot be used: calls still go by those before them.",
  });
  return ["Routes not taken over, by cause", metrics.eachOf("RoutesNotTakenOver")];
}
