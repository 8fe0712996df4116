import { dialledNumber } from "@skill-call/call-routing";
import { callAndBridge } from "@skill-call/pstn-audio";
import type { Attempt, Connection } from "./attempt.ts";

/** Case 2, the number known: a call to a phone number carries no headers. */
export function bridgeToNumber(number: string, { invocation }: Attempt): Connection {
  const { callerIdNumber } = invocation.config;
  const endpoint = { type: "PSTN", number: dialledNumber(number) } as const;
  return { action: callAndBridge({ callerIdNumber, endpoint }) };
}
