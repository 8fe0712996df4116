import { type CallState, legsUp, without } from "./call-state.ts";
import { endCall, releaseLegs } from "./end-call.ts";
import { type Step, step } from "./step.ts";

/** "If you run out of retries, calls terminate with 480" (guide, "Timeouts and retries"). */
const unavailable = 480;

/** The Lambda could not be invoked, or did not answer, also at the second attempt. */
export function lambdaFailed(before: CallState, { attempts }: { readonly attempts: number }): Step {
  const { asked } = before;
  if (!asked) return step(before);
  const state = { ...without(before, "asked"), invocations: before.invocations + attempts };
  if (asked.type === "NEW_INBOUND_CALL") return nextApplication({ ...state, asked });
  // Nobody has heard of the call yet, so nobody hears of its end.
  if (asked.type === "NEW_OUTBOUND_CALL") return forget(state);
  return legsUp(state).length === 0 ? step(state) : endCall(state, unavailable);
}

/** The next SIP media application of the rule gets the same event; after the last the caller is refused. */
function nextApplication(state: CallState & Required<Pick<CallState, "asked">>): Step {
  const [, ...rest] = state.sipMediaApplicationIds;
  if (rest.length === 0 || legsUp(state).length === 0) return forget(without(state, "asked"));
  const notice = state.asked;
  return step({ ...state, sipMediaApplicationIds: rest }, { type: "ask", notice });
}

function forget(state: CallState): Step {
  const { state: released, effects } = releaseLegs(state, unavailable);
  return { state: { ...released, notices: [] }, effects };
}
