import { expect, test } from "@jest/globals";
import { calleeUri } from "./callee-uri.ts";
import { carrierFor } from "./carrier-routes.ts";

const byPrefix = { "+1": "sip:one@h", "+1206": "sip:seattle@h", "+12065550100": "sip:desk@h" };

test.each([
  ["+12065550100", "sip:desk@h"],
  ["+12065550101", "sip:seattle@h"],
  ["+12045550101", "sip:one@h"],
  ["+442071234567", "sip:any@h"],
])("%s goes to the carrier with the longest prefix", (number, uri) => {
  expect(carrierFor(number, { byPrefix, otherwise: "sip:any@h" })).toBe(uri);
});

test("a number that no carrier takes goes nowhere", () => {
  expect(carrierFor("+442071234567", { byPrefix })).toBeUndefined();
});

test.each([
  [
    "sip:127.0.0.1:5070;transport=tcp",
    "+12065550100",
    "sip:+12065550100@127.0.0.1:5070;transport=tcp",
  ],
  ["sip:127.0.0.1", "billing-es(1)", "sip:billing-es(1)@127.0.0.1"],
  ["sip:127.0.0.1", "50%", "sip:50%25@127.0.0.1"],
  ["sip:127.0.0.1", "a%20b", "sip:a%20b@127.0.0.1"],
  ["sip:alice@127.0.0.1:5080", "+12065550100", "sip:alice@127.0.0.1:5080"],
])("a call by way of %s to %s is for %s", (address, user, uri) => {
  expect(calleeUri(address, user)).toBe(uri);
});
