import { encodeContextId } from "@skill-call/call-context";
import type { DestinationOf, UserToUserForm } from "@skill-call/call-routing";
import { callAndBridge } from "@skill-call/pstn-audio";
import type { CallState } from "../call/call-state.ts";
import type { Attempt, Connection } from "./attempt.ts";

/** Case 1: a contact centre on a SIP trunk, which finds the context by the ID in the INVITE. */
export function bridgeToVoiceConnector(
  { arn, uri, timeoutSeconds, userToUser }: DestinationOf<"voice-connector">,
  { invocation, state }: Attempt,
): Connection {
  const sipHeaders = headersFor(state, userToUser);
  const action = callAndBridge({
    callerIdNumber: invocation.config.callerIdNumber,
    endpoint: { type: "AWS", arn, uri },
    ...(timeoutSeconds !== undefined && { timeoutSeconds }),
    ...(sipHeaders && { sipHeaders }),
  });
  return { action };
}

/** The User-to-User header goes on as it came, unless the contact centre needs a form of its own. */
function headersFor({ contextId, userToUser }: CallState, form: UserToUserForm | undefined) {
  if (contextId === undefined) return undefined;
  return {
    "User-to-User": form
      ? encodeContextId(contextId, form)
      : (userToUser ?? encodeContextId(contextId)),
    "X-Call-Context-Id": contextId,
  };
}
