import type { DestinationType } from "@skill-call/call-routing";
import type { RoutesNotTakenOver } from "@skill-call/live-routes";
import type { ContextProblem } from "../context/context-problem.ts";

/** One thing that is counted, in the words of the business; dashboards and alarms know these names. */
export type Metric =
  | { readonly name: "ContextsClaimed" }
  | { readonly name: "ContextsMissing"; readonly reason: ContextProblem }
  /** A person dialled in, and nothing is missing. */
  | { readonly name: "OrdinaryCalls" }
  | { readonly name: "CallsRouted"; readonly destination: DestinationType }
  /** A destination was tried, and the flow asks for the next. */
  | { readonly name: "DestinationsFailed" }
  /** The phone was answered, and nobody pressed a key: a voice mail, or a person who did not want the call. */
  | { readonly name: "NobodyAnswered" }
  | { readonly name: "CallsConnected" }
  | RoutesNotTakenOver;
