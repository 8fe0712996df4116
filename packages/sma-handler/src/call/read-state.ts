import type { PstnAudioEvent } from "@skill-call/pstn-audio";
import { fromAttributes } from "./attributes.ts";
import type { CallState } from "./call-state.ts";
import { type Admission, identifyCaller } from "./caller.ts";
import { countInvalidAnswers } from "./invalid-answers.ts";
import { isConnecting, isHangUp } from "./next-move.ts";

/** The state of the event's call, with what the event itself tells. */
export function readState(event: PstnAudioEvent, admission: Admission): CallState {
  const kept = fromAttributes(event.attributes);
  const state = kept.phase === "new" ? { ...kept, ...recovered(event, admission) } : kept;
  switch (event.type) {
    case "ACTION_SUCCESSFUL":
      return { ...state, wasConnected: state.wasConnected || isConnecting(event) };
    case "ACTION_FAILED":
      return { ...state, failedHangUps: state.failedHangUps + Number(isHangUp(event)) };
    case "INVALID_LAMBDA_RESPONSE":
      return { ...state, invalidAnswers: countInvalidAnswers(event, state) };
    default:
      return state;
  }
}

/** Where the attributes were lost the legs still hold the header; writes go by the transaction that claimed. */
function recovered(event: PstnAudioEvent, admission: Admission): Partial<CallState> {
  const caller = identifyCaller(event, admission);
  if (caller.kind !== "skill" || caller.contextId === undefined) return {};
  const { contextId, userToUser } = caller;
  return { contextId, ...(userToUser !== undefined && { userToUser }) };
}
