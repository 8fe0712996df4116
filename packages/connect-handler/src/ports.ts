import type { CallContextStore } from "@skill-call/call-context";
import type { Clock } from "@skill-call/lambda-config";
import type { Annotate, Log, Measure } from "@skill-call/telemetry";
import type { Metric } from "./metrics/metric.ts";

/** Everything that is not this process. */
export interface Ports {
  readonly store: Pick<CallContextStore, "claim" | "advance">;
  readonly clock: Clock;
  readonly log: Log;
  readonly measure: Measure<Metric>;
  readonly annotate: Annotate;
}
