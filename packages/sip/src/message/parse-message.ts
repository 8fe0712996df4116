import { SipParseError } from "../errors.ts";
import type { HeaderList } from "./header-list.ts";
import type { SipMessage, SipRequest, SipResponse } from "./message.ts";
import { type NameAddress, parseNameAddress, parseNameAddresses } from "./name-address.ts";
import { readBody } from "./read-body.ts";
import { requiredValue, singleValue } from "./single-value.ts";
import { type RawMessage, splitMessage } from "./split-message.ts";
import { parseUri } from "./uri.ts";
import { parseVias } from "./via.ts";

const requestLine = /^([-.!%*_+`'~\w]+) (\S+) SIP\/(\d+\.\d+)$/i;
const statusLine = /^SIP\/2\.0 ([1-6]\d\d) ([^\r\n]*)$/i;
const sequenceLimit = 2 ** 31;
const defaultMaxForwards = 70;

/**
 * Reads one whole message, as a datagram or a frame cut out of a stream.
 *
 * @throws {SipParseError} and nothing else, whatever the bytes are.
 */
export function parseMessage(bytes: Buffer): SipMessage {
  return readMessage(splitMessage(bytes));
}

/** @throws {SipParseError} */
export function readMessage(raw: RawMessage): SipMessage {
  return /^SIP\//i.test(raw.startLine) ? readResponse(raw) : readRequest(raw);
}

function readRequest({ startLine, headers, rest }: RawMessage): SipRequest {
  const [, method, uriText, version] = requestLine.exec(startLine) ?? [];
  if (method === undefined || uriText === undefined) {
    throw new SipParseError("start line", "is neither a request's nor a response's");
  }
  if (version !== "2.0") throw new SipParseError("SIP-Version", "is not 2.0", 505);
  const uri = parseUri(uriText, "Request-URI");
  if (uri.kind === "sip" && uri.headers !== undefined) {
    throw new SipParseError("Request-URI", "has a header part");
  }
  const facts = readFacts(headers, rest);
  if (facts.method !== method) throw new SipParseError("CSeq", "names another method");
  const contact = readContact(headers, method);
  return {
    kind: "request",
    ...facts,
    uri,
    maxForwards: readMaxForwards(headers),
    ...(contact && { contact }),
  };
}

function readResponse({ startLine, headers, rest }: RawMessage): SipResponse {
  const [, status, reason] = statusLine.exec(startLine) ?? [];
  if (status === undefined || reason === undefined) {
    throw new SipParseError("start line", "is no status line");
  }
  const facts = readFacts(headers, rest);
  // Only these make or refresh a dialog; a refusal's odd Contact must not hide the refusal.
  const contact = Number(status) < 300 ? readContact(headers, facts.method) : undefined;
  return {
    kind: "response",
    ...facts,
    status: Number(status),
    reason,
    ...(contact && { contact }),
  };
}

function readFacts(headers: HeaderList, rest: Buffer) {
  const [via, ...earlierVias] = parseVias(headers.all("Via"));
  if (!via) throw new SipParseError("Via", "is missing");
  const body = readBody(headers, rest);
  return {
    headers,
    via,
    earlierVias,
    from: parseNameAddress(requiredValue(headers, "From"), "From"),
    to: parseNameAddress(requiredValue(headers, "To"), "To"),
    callId: readCallId(headers),
    ...readSequence(headers),
    recordRoutes: parseNameAddresses(headers.all("Record-Route"), "Record-Route"),
    ...(body && { body }),
  };
}

function readCallId(headers: HeaderList): string {
  const callId = requiredValue(headers, "Call-ID");
  if (!/^\S+$/.test(callId)) throw new SipParseError("Call-ID", "is not one word");
  return callId;
}

/** RFC 3261 §8.1.1.5: below 2³¹. */
function readSequence(headers: HeaderList): { sequence: number; method: string } {
  const [, digits, method] =
    /^(\d+)[ \t]+([-.!%*_+`'~\w]+)$/.exec(requiredValue(headers, "CSeq")) ?? [];
  const sequence = Number(digits);
  if (method === undefined || sequence >= sequenceLimit) {
    throw new SipParseError("CSeq", "is not a sequence number below 2^31 and a method");
  }
  return { sequence, method };
}

function readMaxForwards(headers: HeaderList): number {
  const text = singleValue(headers, "Max-Forwards") ?? String(defaultMaxForwards);
  if (!/^\d+$/.test(text) || Number(text) > 255) {
    throw new SipParseError("Max-Forwards", "is not between 0 and 255");
  }
  return Number(text);
}

/** Where to send later requests of a dialog; only other methods may list several addresses, or `*`. */
function readContact(headers: HeaderList, method: string): NameAddress | undefined {
  const values = headers.all("Contact").filter((value) => value !== "*");
  const [contact, second] = parseNameAddresses(values, "Contact");
  if (second && method === "INVITE") throw new SipParseError("Contact", "holds more than one");
  return contact;
}
