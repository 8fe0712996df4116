import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { SipParseError } from "../errors.ts";
import { parseMessage } from "./parse-message.ts";
import { serializeMessage, serializeParts } from "./serialize-message.ts";

const lines = [
  "INVITE sip:bob@example.com SIP/2.0",
  "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1",
  "From: <sip:alice@example.com>;tag=1",
  "To: <sip:bob@example.com>",
  "Call-ID: 1@192.0.2.1",
  "CSeq: 1 INVITE",
];

function message(extra: readonly string[] = [], body = ""): Buffer {
  return Buffer.from([...lines, ...extra, "", body].join("\r\n"));
}

function without(name: string): Buffer {
  return Buffer.from([...lines.filter((line) => !line.startsWith(name)), "", ""].join("\r\n"));
}

test("a request needs no more than five headers", () => {
  expect(parseMessage(message())).toMatchObject({
    kind: "request",
    method: "INVITE",
    maxForwards: 70,
    callId: "1@192.0.2.1",
    sequence: 1,
    recordRoutes: [],
  });
});

test.each(["Via", "From", "To", "Call-ID", "CSeq"])("a message without %s is refused", (name) => {
  expect(() => parseMessage(without(name))).toThrow(`${name} is missing`);
});

test.each([
  "From: <sip:x>",
  "To: <sip:x>",
  "i: 2",
  "CSeq: 2 INVITE",
  "Max-Forwards: 1\r\nMAX-FORWARDS: 1",
])("a second %j is refused", (line) => {
  expect(() => parseMessage(message([line]))).toThrow("stands more than once");
});

test("an INVITE with two contacts is refused", () => {
  expect(() => parseMessage(message(["Contact: <sip:a>, <sip:b>"]))).toThrow("holds more than one");
});

test("empty lines before the message are skipped", () => {
  expect(parseMessage(Buffer.concat([Buffer.from("\r\n\r\n"), message()])).callId).toBe(
    "1@192.0.2.1",
  );
});

test("a datagram's body ends where its Content-Length says", () => {
  const { body } = parseMessage(message(["Content-Length: 3", "c: text/plain"], "abcdef"));
  expect([body?.contentType, String(body?.content)]).toEqual(["text/plain", "abc"]);
});

test("a datagram without Content-Length has its body to the end", () => {
  expect(String(parseMessage(message([], "abcdef")).body?.content)).toBe("abcdef");
});

test.each([
  "Content-Length: 7",
  "Content-Length: -1",
  "Content-Length: 1e1",
  "Content-Length: 99999999999",
])("%s is refused where there are six octets", (line) => {
  expect(() => parseMessage(message([line], "abcdef"))).toThrow("Content-Length");
});

test("a body keeps octets that are no text", () => {
  const body = Buffer.from([0, 255, 13, 10, 128]);
  const { body: read } = parseMessage(Buffer.concat([message(), body]));
  expect(read?.content).toEqual(body);
});

test("any other version of SIP is answered 505", () => {
  const bytes = Buffer.from(message().toString().replace("SIP/2.0\r\n", "SIP/3.0\r\n"));
  expect(() => parseMessage(bytes)).toThrow(expect.objectContaining({ status: 505 }));
});

test("a refusal counts, however odd its Contact is", () => {
  const bytes = Buffer.from(
    message(["Contact: ???"])
      .toString()
      .replace(lines[0] ?? "", "SIP/2.0 486 Busy Here"),
  );
  expect(parseMessage(bytes)).toMatchObject({ kind: "response", status: 486 });
});

test("random octets are read or refused, and nothing else", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (octets) => {
      expect(readOrRefused(Buffer.from(octets))).toBe(true);
    }),
  );
});

test("a message with some octets changed is read or refused, and nothing else", () => {
  const change = fc.record({ at: fc.nat(), octet: fc.integer({ min: 0, max: 255 }) });
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
      const bytes = message(['Contact: "B" <sip:b@x>;q=1', "Content-Length: 3"], "abc");
      for (const { at, octet } of changes) bytes[at % bytes.length] = octet;
      expect(readOrRefused(bytes)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});

const token = fc.stringMatching(/^[A-Za-z0-9!%*_+`'~-]{1,20}$/);
const headerName = token.map((name) => `X-${name}`);
const headerValue = fc
  .string({ unit: "grapheme", maxLength: 60 })
  .map((value) => value.replaceAll(/[\r\n\ufffd]|^[ \t]+|[ \t]+$/g, ""));

test("what is written is read back: names, order, values and body", () => {
  const headers = fc.array(fc.record({ name: headerName, value: headerValue }), { maxLength: 8 });
  fc.assert(
    fc.property(headers, fc.uint8Array({ maxLength: 50 }), (extra, octets) => {
      const all = [...lines.slice(1).map(headerOf), ...extra];
      const body = { contentType: "application/sdp", content: Buffer.from(octets) };
      const bytes = serializeParts({ startLine: lines[0] ?? "", headers: all, body });
      const read = parseMessage(bytes);
      expect([...read.headers]).toEqual(all);
      expect(read.body?.content ?? Buffer.alloc(0)).toEqual(Buffer.from(octets));
      expect(serializeMessage(read)).toEqual(bytes);
    }),
  );
});

function headerOf(line: string) {
  const [name = "", ...value] = line.split(": ");
  return { name, value: value.join(": ") };
}

function readOrRefused(bytes: Buffer): boolean {
  try {
    parseMessage(bytes);
    return true;
  } catch (error) {
    return error instanceof SipParseError;
  }
}
