import { SipUsageError } from "../errors.ts";
import { type Header, headerKey } from "./header-list.ts";

/** Headers that a program adds to a message: pairs in the order and letter case they are to go out in. */
export type ExtraHeaders = Iterable<Header>;

/** Written by the stack alone: a second one would change what the message means. */
const ownHeaders = new Set([
  "call-id",
  "contact",
  "content-length",
  "content-type",
  "cseq",
  "from",
  "max-forwards",
  "record-route",
  "route",
  "to",
  "via",
]);

/**
 * Checks headers that a program wants to send.
 *
 * @throws {SipUsageError} naming the header that is not a header, breaks its line, or is the stack's own.
 */
export function checkExtraHeaders(headers: ExtraHeaders): readonly Header[] {
  const checked = [...headers];
  for (const { name, value } of checked) {
    if (!/^[-.!%*_+`'~\w]+$/.test(name)) throw new SipUsageError(name, "is no header name");
    if (/[\r\n]/.test(value)) throw new SipUsageError(name, "holds a line break");
    if (ownHeaders.has(headerKey(name))) throw new SipUsageError(name, "is set by the stack");
  }
  return checked;
}
