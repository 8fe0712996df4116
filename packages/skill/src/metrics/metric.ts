import type { CallFailureCode } from "../calls/call-failure.ts";

/** One thing that is counted, in the words of the business; dashboards and alarms know these names. */
export type Metric =
  | { readonly name: "CallsStarted" }
  | { readonly name: "CallStartFailed"; readonly cause: CallFailureCode };
