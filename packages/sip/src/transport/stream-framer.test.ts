import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { StreamFramer } from "./stream-framer.ts";

const first = "OPTIONS sip:a SIP/2.0\r\nContent-Length: 4\r\n\r\n\r\n\r\n";
const second = "INVITE sip:b SIP/2.0\r\nl : 3\r\n\r\nabc";
const third = "BYE sip:b SIP/2.0\r\nCONTENT-LENGTH: 0\r\n\r\n";

test("messages are cut out of the stream wherever it was chopped up", () => {
  const stream = Buffer.from(`${first}\r\n${second}${third}`);
  fc.assert(
    fc.property(fc.array(fc.nat(stream.length), { maxLength: 12 }), (cuts) => {
      const framer = new StreamFramer();
      const edges = [0, ...cuts.sort((a, b) => a - b), stream.length];
      const messages = edges
        .slice(1)
        .flatMap((end, index) => framer.push(stream.subarray(edges[index], end)).messages);
      expect(messages.map(String)).toEqual([first, second, third]);
    }),
  );
});

test("a double empty line between messages wants an answer, a single one does not", () => {
  const framer = new StreamFramer();
  expect(framer.push(Buffer.from("\r\n")).pings).toBe(0);
  expect(framer.push(Buffer.from("\r\n\r\n")).pings).toBe(1);
  expect(framer.push(Buffer.from(`${third}\r\n\r\n${third}`))).toMatchObject({
    pings: 1,
    messages: [Buffer.from(third), Buffer.from(third)],
  });
});

test.each([
  ["no Content-Length", "BYE sip:b SIP/2.0\r\n\r\n"],
  ["two of them", "BYE sip:b SIP/2.0\r\nl: 0\r\nContent-Length: 1\r\n\r\n"],
  ["one that is no number", "BYE sip:b SIP/2.0\r\nl: -1\r\n\r\n"],
  ["one that is too large", "BYE sip:b SIP/2.0\r\nl: 70000\r\n\r\n"],
])("a message with %s ends the stream, but is handed on for its answer", (_, head) => {
  const framed = new StreamFramer().push(Buffer.from(`${head}${third}`));
  expect(framed).toEqual({ messages: [Buffer.from(head)], pings: 0, broken: true });
});

test("a head without end is not waited for", () => {
  const framer = new StreamFramer();
  expect(framer.push(Buffer.from(`X: ${"x".repeat(60_000)}`)).broken).toBe(false);
  expect(framer.push(Buffer.from("x".repeat(6_000)))).toMatchObject({ messages: [], broken: true });
});
