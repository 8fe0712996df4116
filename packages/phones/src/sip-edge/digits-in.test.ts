import { expect, test } from "@jest/globals";
import { digitsIn } from "./digits-in.ts";

const relay = "application/dtmf-relay";
const plain = "application/dtmf";
const nortel = "application/vnd.nortelnetworks.digits";

test.each([
  [relay, "Signal=5\r\nDuration=160", "5"],
  [relay, "Signal= *\r\nDuration= 160\r\n", "*"],
  [relay, "Signal=#\nDuration=160\n", "#"],
  [relay, "signal=5", "5"],
  [relay, "SIGNAL = 0", "0"],
  [relay, "Duration=160\r\nSignal=7\r\n", "7"],
  [relay, "Signal: 5", "5"],
  [relay, 'Signal="5"', "5"],
  [relay, "Signal=10\r\nDuration=160", "*"],
  [relay, "Signal=11\r\nDuration=160", "#"],
  [relay, "Signal=12", "A"],
  [relay, "Signal=15", "D"],
  [relay, "Signal=d", "D"],
  [relay, "Signal=16", ""],
  [relay, "Signal=17", ""],
  [relay, "Signal=x", ""],
  [relay, "Signal=", ""],
  [relay, "Duration=160", ""],
  ["Application/DTMF-Relay; charset=utf-8", "Signal=5", "5"],
  [plain, "#", "#"],
  [plain, "5\r\n", "5"],
  [plain, "11", "#"],
  [plain, "12", "A"],
  [plain, "Signal=5", "5"],
  [plain, "123", ""],
  [plain, "99", ""],
  [plain, "", ""],
  [nortel, "p=Digit-Collection\r\ny=Digits\r\nd=Digits=5\r\n", "5"],
  [nortel, "d=Digits=12#", "12#"],
  [nortel, "p=Digit-Collection", ""],
  ["application/dtmf-relayed", "Signal=5", ""],
  ["application/media_control+xml", "<x/>", ""],
])("an INFO with %s %j is the keys %j", (contentType, content, digits) => {
  expect(digitsIn({ contentType, content: Buffer.from(content) })).toBe(digits);
});

test("an INFO without a body is no key", () => {
  expect(digitsIn(undefined)).toBe("");
});
