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
const sequenceAndMethod = /^(\d+)[ \t]+([-.!%*_+`'~\w]+)$/;
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
  const found = requestLine.exec(startLine);
  if (!found) throw new SipParseError("start line", "is neither a request's nor a response's");
  if (found[3] !== "2.0") throw new SipParseError("SIP-Version", "is not 2.0", 505);
  const uri = parseUri(found[2] ?? "", "Request-URI");
  if (uri.kind === "sip" && uri.headers !== undefined) {
    throw new SipParseError("Request-URI", "has a header part");
  }
  const facts = readFacts(headers, rest);
  if (facts.method !== found[1]) throw new SipParseError("CSeq", "names another method");
  const contact = readContact(headers, facts.method);
  const maxForwards = readMaxForwards(headers);
  const { via, earlierVias, from, to, callId, sequence, method, recordRoutes, body } = facts;
  return {
    kind: "request",
    method,
    uri,
    maxForwards,
    headers,
    via,
    earlierVias,
    from,
    to,
    callId,
    sequence,
    recordRoutes,
    contact,
    body,
  };
}

function readResponse({ startLine, headers, rest }: RawMessage): SipResponse {
  const found = statusLine.exec(startLine);
  if (!found) throw new SipParseError("start line", "is no status line");
  const status = Number(found[1]);
  const facts = readFacts(headers, rest);
  // Only these make or refresh a dialog; a refusal's odd Contact must not hide the refusal.
  const contact = status < 300 ? readContact(headers, facts.method) : undefined;
  const { via, earlierVias, from, to, callId, sequence, method, recordRoutes, body } = facts;
  return {
    kind: "response",
    method,
    status,
    reason: found[2] ?? "",
    headers,
    via,
    earlierVias,
    from,
    to,
    callId,
    sequence,
    recordRoutes,
    contact,
    body,
  };
}

// Its callers name each fact: to spread so many costs more than to read them.
function readFacts(headers: HeaderList, rest: Buffer) {
  const vias = parseVias(headers.all("Via"));
  const via = vias.shift();
  if (!via) throw new SipParseError("Via", "is missing");
  const body = readBody(headers, rest);
  const from = parseNameAddress(requiredValue(headers, "From"), "From");
  const to = parseNameAddress(requiredValue(headers, "To"), "To");
  const callId = readCallId(headers);
  const { sequence, method } = readSequence(headers);
  const recordRoutes = parseNameAddresses(headers.all("Record-Route"), "Record-Route");
  return { via, earlierVias: vias, from, to, callId, sequence, method, recordRoutes, body };
}

function readCallId(headers: HeaderList): string {
  const callId = requiredValue(headers, "Call-ID");
  if (!/^\S+$/.test(callId)) throw new SipParseError("Call-ID", "is not one word");
  return callId;
}

/** RFC 3261 §8.1.1.5: below 2³¹. */
function readSequence(headers: HeaderList): { sequence: number; method: string } {
  const found = sequenceAndMethod.exec(requiredValue(headers, "CSeq"));
  const sequence = Number(found?.[1]);
  if (!found || sequence >= sequenceLimit) {
    throw new SipParseError("CSeq", "is not a sequence number below 2^31 and a method");
  }
  return { sequence, method: found[2] ?? "" };
}

function readMaxForwards(headers: HeaderList): number {
  const text = singleValue(headers, "Max-Forwards");
  if (text === undefined) return defaultMaxForwards;
  if (!/^\d+$/.test(text) || Number(text) > 255) {
    throw new SipParseError("Max-Forwards", "is not between 0 and 255");
  }
  return Number(text);
}

/** Where to send later requests of a dialog; only other methods may list several addresses, or `*`. */
function readContact(headers: HeaderList, method: string): NameAddress | undefined {
  const values = headers.all("Contact").filter((value) => value !== "*");
  const contacts = parseNameAddresses(values, "Contact");
  if (contacts.length > 1 && method === "INVITE") {
    throw new SipParseError("Contact", "holds more than one");
  }
  return contacts[0];
}
