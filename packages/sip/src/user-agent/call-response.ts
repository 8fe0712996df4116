import { HeaderList } from "../message/header-list.ts";
import type { SipResponse } from "../message/message.ts";
import { reasonPhrase } from "../message/reason-phrases.ts";
import type { CallAnswer, CallResponse } from "./call.ts";

const localStatus = {
  timeout: 408,
  "transport-error": 503,
  cancelled: 487,
  "no-call": 481,
  pending: 491,
} as const;

/** What the peer answered. */
export function callResponse(response: SipResponse): CallResponse {
  const { status, reason, headers, body } = response;
  return { status, reason, headers, ...(body && { body }), cause: "response" };
}

/** What stands for an answer that never came. */
export function localResponse(cause: keyof typeof localStatus): CallResponse {
  const status = localStatus[cause];
  return { status, reason: reasonPhrase(status), headers: new HeaderList(), cause };
}

/** A refusal has no ACK of the program's making. */
export function refusedAnswer(response: CallResponse): CallAnswer {
  return { ...response, acknowledge: () => {} };
}
