import { legOf } from "../call/call-state.ts";
import { leadsIntoMeeting } from "../call/leg.ts";
import { type EmulatedAction, succeeded } from "./emulated-action.ts";

/** Hangs up a leg; an inbound call that nobody answered yet is refused. */
export const hangup: EmulatedAction = async ({ action, callId, state, dispatch, ports }) => {
  const sipResponseCode = Number(action.parameters.SipResponseCode ?? 0);
  dispatch({ type: "leg-released", callId, sipResponseCode });
  const leg = legOf(state, callId);
  const tellsSuccess =
    leg?.tag === "LEG-B" && ports.variations.includes("success-after-hangup-of-leg-b");
  const toldOtherwise = !tellsSuccess && !(leg && leadsIntoMeeting(leg));
  return toldOtherwise ? { outcome: "told-otherwise" } : succeeded;
};
