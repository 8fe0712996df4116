import type { DestinationType } from "@skill-call/call-routing";
import type { RoutesNotTakenOver } from "@skill-call/live-routes";
import type { ContextProblem } from "../call/call-state.ts";

/** One thing that is counted or timed, in the words of the business; dashboards and alarms know these names. */
export type Metric =
  | { readonly name: "ContextsClaimed" }
  | { readonly name: "ContextsMissing"; readonly reason: Exclude<ContextProblem, "ordinary-call"> }
  /** Calls that came from no skill: nothing is missing. */
  | { readonly name: "OrdinaryCalls" }
  | { readonly name: "CallsRouted"; readonly destination: DestinationType }
  /** `cause` is an error's code or name, or the service's error type. */
  | { readonly name: "DestinationsFailed"; readonly cause: string }
  | { readonly name: "CallsConnected" }
  | RoutesNotTakenOver
  | { readonly name: "TimeToAnswer"; readonly milliseconds: number };
