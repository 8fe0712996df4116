import { SipParseError } from "../errors.ts";
import type { HeaderList } from "./header-list.ts";
import type { Body } from "./message.ts";
import { singleValue } from "./single-value.ts";
import { maxMessageBytes } from "./split-message.ts";

/** Octets of the body, where the sender counted them. @throws {SipParseError} */
export function contentLength(headers: HeaderList): number | undefined {
  const text = singleValue(headers, "Content-Length");
  if (text === undefined) return undefined;
  if (!/^\d{1,10}$/.test(text) || Number(text) > maxMessageBytes) {
    throw new SipParseError("Content-Length", "is not a number of octets we take");
  }
  return Number(text);
}

/**
 * Cuts the body out of what follows the head: RFC 3261 §18.3.
 *
 * @throws {SipParseError} when there is less than the sender counted.
 */
export function readBody(headers: HeaderList, rest: Buffer): Body | undefined {
  const length = contentLength(headers) ?? rest.length;
  if (length > rest.length) throw new SipParseError("Content-Length", "exceeds the message");
  if (length === 0) return undefined;
  return {
    contentType: headers.get("Content-Type") ?? "application/octet-stream",
    content: length < rest.length ? rest.subarray(0, length) : rest,
  };
}
