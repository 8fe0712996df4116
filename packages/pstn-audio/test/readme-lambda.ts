import {
  answer,
  findLeg,
  hangup,
  liveLegs,
  readEvent,
  sipHeader,
  speak,
} from "@skill-call/pstn-audio";

export const handler = async (raw: unknown) => {
  const event = readEvent(raw);
  const caller = findLeg(event, "LEG-A");
  if (event.type === "NEW_INBOUND_CALL" && caller) {
    const floor = sipHeader(caller.headers, "X-Floor") ?? "ground";
    const welcome = speak({ callId: caller.callId, text: `Welcome to the ${floor} floor.` });
    return answer([welcome, hangup({ callId: caller.callId })]);
  }
  // Nobody else does: a leg that is not hung up stays up, and is billed.
  const failed = event.type === "ACTION_FAILED" || event.type === "INVALID_LAMBDA_RESPONSE";
  if (event.type === "HANGUP" || failed) {
    return answer(liveLegs(event).map((leg) => hangup({ callId: leg.callId })));
  }
  return answer([]);
};
