import { expect, test } from "@jest/globals";
import { SipUsageError } from "../errors.ts";
import { checkExtraHeaders } from "./extra-headers.ts";

test("headers keep their order and letter case", () => {
  const headers = [
    { name: "X-Second", value: "2" },
    { name: "x-first", value: "" },
  ];
  expect(checkExtraHeaders(headers)).toEqual(headers);
});

test.each([
  ["X-A", "1\r\nTo: <sip:mallory@x>"],
  ["X-A", "1\n2"],
  ["X-A\r\nTo", "1"],
  ["X A", "1"],
  ["", "1"],
])("%j: %j would break out of its line", (name, value) => {
  expect(() => checkExtraHeaders([{ name, value }])).toThrow(SipUsageError);
});

test.each(["Via", "v", "FROM", "t", "Call-ID", "cseq", "Contact", "l", "Route", "Max-Forwards"])(
  "%s is the stack's own",
  (name) => {
    expect(() => checkExtraHeaders([{ name, value: "1" }])).toThrow(`${name} is set by the stack`);
  },
);
