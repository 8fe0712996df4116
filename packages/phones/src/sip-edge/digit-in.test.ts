import { expect, test } from "@jest/globals";
import { digitIn } from "./digit-in.ts";

test.each([
  ["application/dtmf-relay", "Signal=5\r\nDuration=160", "5"],
  ["application/dtmf-relay", "Signal= *\r\nDuration= 160\r\n", "*"],
  ["application/dtmf", "#", "#"],
  ["application/dtmf", "12", undefined],
  ["application/dtmf-relay", "Duration=160", undefined],
  ["application/media_control+xml", "<x/>", undefined],
])("an INFO with %s %j is the key %s", (contentType, content, digit) => {
  expect(digitIn({ contentType, content: Buffer.from(content) })).toBe(digit);
});

test("an INFO without a body is no key", () => {
  expect(digitIn(undefined)).toBeUndefined();
});
