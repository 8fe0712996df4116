import { type CallState, legOf, legTagged } from "./call-state.ts";
import { isUp, type Leg } from "./leg.ts";
import type { PlannedAction } from "./planned-action.ts";

/** The leg an action is for: by CallId, else by ParticipantTag, else LEG-A. Undefined when it is not there for it. */
export function targetLeg(state: CallState, action: PlannedAction): Leg | undefined {
  const { CallId, ParticipantTag } = action.parameters;
  const tag = ParticipantTag === "LEG-B" ? "LEG-B" : "LEG-A";
  const leg =
    typeof CallId === "string" && CallId !== "" ? legOf(state, CallId) : legTagged(state, tag);
  return leg && isUp(leg) && isThereFor(action, leg) ? leg : undefined;
}

/** On a phone that still rings nothing can be done but to stop ringing. */
function isThereFor({ type }: PlannedAction, { direction, status }: Leg): boolean {
  return type === "Hangup" || direction === "Inbound" || status === "connected";
}
