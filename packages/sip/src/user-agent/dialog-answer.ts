import { checkExtraHeaders } from "../message/extra-headers.ts";
import type { Answer } from "../message/response-draft.ts";
import { allowHeader, supportedHeader } from "./allowed-methods.ts";
import type { Extras } from "./call.ts";

/** An answer to an INVITE that makes or refreshes a dialog. @throws {SipUsageError} */
export function dialogAnswer(status: number, contact: string, extras: Extras): Answer {
  const headers = checkExtraHeaders(extras.headers ?? []);
  return {
    status,
    headers: [{ name: "Contact", value: contact }, allowHeader, supportedHeader, ...headers],
    body: extras.body,
  };
}

/** To an INVITE while another one is open: RFC 3261 §14.2. */
export const retrySoon: Answer = { status: 500, headers: [{ name: "Retry-After", value: "1" }] };

/** Any other answer. @throws {SipUsageError} */
export function plainAnswer(
  status: number,
  { reason, headers = [], body }: Extras & { readonly reason?: string | undefined },
): Answer {
  return { status, reason, headers: checkExtraHeaders(headers), body };
}
