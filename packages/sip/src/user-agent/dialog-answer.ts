import { checkExtraHeaders } from "../message/extra-headers.ts";
import type { Answer } from "../message/response-draft.ts";
import { allowHeader } from "./allowed-methods.ts";
import type { Extras } from "./call.ts";

/** An answer to an INVITE that makes or refreshes a dialog. @throws {SipUsageError} */
export function dialogAnswer(status: number, contact: string, extras: Extras): Answer {
  const headers = checkExtraHeaders(extras.headers ?? []);
  return {
    status,
    headers: [{ name: "Contact", value: contact }, allowHeader, ...headers],
    body: extras.body,
  };
}

/** Any other answer. @throws {SipUsageError} */
export function plainAnswer(
  status: number,
  { reason, headers = [], body }: Extras & { readonly reason?: string | undefined },
): Answer {
  return { status, reason, headers: checkExtraHeaders(headers), body };
}
