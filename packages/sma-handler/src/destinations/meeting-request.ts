import type { DestinationOf } from "@skill-call/call-routing";
import type { Position } from "../call/call-state.ts";
import type { NewMeeting } from "../ports.ts";
import { operationToken } from "./operation-token.ts";

interface AttemptAtMeeting {
  readonly transactionId: string;
  readonly position: Position;
}

/** The meeting of one attempt of one call: asked for again, it is the same. */
export function meetingRequest(
  { mediaRegion }: DestinationOf<"meeting">,
  { transactionId, position }: AttemptAtMeeting,
): NewMeeting {
  const token = operationToken(transactionId, position);
  return { token, externalMeetingId: transactionId, mediaRegion };
}
