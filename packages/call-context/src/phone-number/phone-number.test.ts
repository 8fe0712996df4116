import { expect, test } from "@jest/globals";
import fc from "fast-check";
import {
  type AllowedNumbers,
  allowedByDefault,
  checkNumber,
  countryOf,
  e164Of,
  groupedPhoneNumber,
  maskedPhoneNumber,
  numberOfCountries,
  samePhoneNumber,
  telUri,
} from "../phone-number.ts";

test.each([
  "+16073331111",
  "+1-607-333-1111",
  "+1 (607) 333-1111",
  "+1.607.333.1111",
  " +1 607 333 1111 ",
  "+1‑607‑333‑1111",
  "+1\u00a0607\u00a0333\u00a01111",
  "＋１６０７３３３１１１１",
  "+١٦٠٧٣٣٣١١١١",
  "\u202a+1 607 333 1111\u202c",
  "\ufeff+1607\u200b3331111",
  "+1\u2060607\u00ad333-1111",
  "tel:+1-607-333-1111",
  "TEL:+1(607)333-1111;phone-context=example.com",
  "sip:+1-607-333-1111@example.com;user=phone",
  "sips:+16073331111;tgrp=a@example.com:5061?x=y",
  "sip:%2B16073331111@example.com",
])("%s is +16073331111", (text) => {
  expect(e164Of(text)).toBe("+16073331111");
  expect(samePhoneNumber(text, "+16073331111")).toBe(true);
});

test.each([
  ["2045551111", { country: "CA" }, "+12045551111"],
  ["2045551111", { country: "US" }, "+12045551111"],
  ["12045551111", { callingCode: "1" }, "+12045551111"],
  ["(204) 555-1111", { callingCode: "1" }, "+12045551111"],
  ["020 7946 0123", { country: "GB" }, "+442079460123"],
  ["020 7946 0123", { callingCode: "44" }, "+442079460123"],
  ["+442079460123", { country: "US" }, "+442079460123"],
  ["+44 (0)20 7946 0123", {}, "+442079460123"],
  ["+52 1 55 1234 5678", {}, "+525512345678"],
  ["1 55 1234 5678", { country: "MX" }, "+525512345678"],
  ["044 55 1234 5678", { callingCode: "52" }, "+525512345678"],
  ["045 1 55 1234 5678", { callingCode: "52" }, "+525512345678"],
  ["01 55 1234 5678", { country: "MX" }, "+525512345678"],
])("%s from %j is %s", (text, origin, number) => {
  expect(e164Of(text, origin)).toBe(number);
});

test.each([
  ...["", "+", "+1", "+12", "+911", "911", "2045551111", "5551111", "+15551111", "+1204555111"],
  ...["+120455511111", "+15555550100", "+1 204 555 1111 x5", "+12045551111;ext=5", "+1204CALLNOW"],
  ...["tel:+12045551111;ext=5", "tel:911", "sip:alice@example.com", "mailto:+12045551111"],
  ...["++12045551111", "+1 204 555 1111 or +1 204 555 2222", "call +12045551111", "+17105550100"],
  ...["1".repeat(200), `+${"1".repeat(99)}`, null, undefined, 12045551111, {}, ["+12045551111"]],
])("%j is no number", (text) => {
  expect(e164Of(text)).toBeUndefined();
});

test("a country or a calling code that is none completes nothing", () => {
  expect(e164Of("5550100", { callingCode: "1876" })).toBeUndefined();
  expect(e164Of("2045551111", { callingCode: "" })).toBeUndefined();
  expect(e164Of("2045551111", { country: "XX" })).toBeUndefined();
  expect(e164Of("2045551111", { country: "us" })).toBeUndefined();
});

test("what is no number is the same as nothing", () => {
  expect(samePhoneNumber("anonymous", "anonymous")).toBe(false);
  expect(samePhoneNumber(undefined, undefined)).toBe(false);
  expect(samePhoneNumber("+12045551111", "+12045551112")).toBe(false);
});

test.each([
  ["+12045551111", "+1 204 555 1111", "tel:+12045551111", "+1 ••• ••• 1111"],
  ["+442079460123", "+44 20 7946 0123", "tel:+442079460123", "+44 •• •••• 0123"],
  ["tel:+1-204-555-1111", "+1 204 555 1111", "tel:+12045551111", "+1 ••• ••• 1111"],
])("%s is shown as %s, linked as %s and masked as %s", (text, shown, uri, masked) => {
  expect(groupedPhoneNumber(text)).toBe(shown);
  expect(telUri(text)).toBe(uri);
  expect(maskedPhoneNumber(text)).toBe(masked);
});

test("a text that is no number is shown as it is, linked nowhere and masked whole", () => {
  expect(groupedPhoneNumber("anonymous")).toBe("anonymous");
  expect(telUri("anonymous")).toBeUndefined();
  expect(maskedPhoneNumber("anonymous")).toBe("••••");
});

const inUs = allowedByDefault("+13035550122");
const inCanada = allowedByDefault("+12045550100");

test.each<[string, AllowedNumbers]>([
  ["+13035550122", { countries: ["US"], types: ["fixed", "mobile"] }],
  ["+12045550100", { countries: ["CA"], types: ["fixed", "mobile"] }],
  ["tel:+44-20-7946-0123", { countries: ["GB"], types: ["fixed", "mobile"] }],
  ["+18815550100", { countries: [], types: ["fixed", "mobile"] }],
  ["+15555550100", { countries: [], types: ["fixed", "mobile"] }],
])("the caller ID %s allows %j", (callerId, allowed) => {
  expect(allowedByDefault(callerId)).toEqual(allowed);
});

test.each([
  ["+13035550111", inUs, { number: "+13035550111" }],
  ["tel:+1-303-555-0111", inUs, { number: "+13035550111" }],
  ["+1 (303) 555-0111", inUs, { number: "+13035550111" }],
  ["+12045550111", inCanada, { number: "+12045550111" }],
  ["+12045550111", inUs, { refusal: "country" }],
  ["+13035550111", inCanada, { refusal: "country" }],
  ["+18765550100", inUs, { refusal: "country" }],
  ["+442079460123", inUs, { refusal: "country" }],
  ["+881612345678", inUs, { refusal: "country" }],
  ["+979123456789", inUs, { refusal: "country" }],
  ["+19005550100", inUs, { refusal: "type" }],
  ["+18005550100", inUs, { refusal: "type" }],
  ["+15005550006", inUs, { refusal: "type" }],
  ["+911", inUs, { refusal: "no-number" }],
  ["+12", inUs, { refusal: "no-number" }],
  ["+12129765555", inUs, { refusal: "type" }],
  ["+13035551212", inUs, { refusal: "type" }],
  ["+13035559760", inUs, { number: "+13035559760" }],
  ["+19763035555", inUs, { refusal: "no-number" }],
  ["911", inUs, { refusal: "no-number" }],
  ["3035550111", inUs, { refusal: "no-number" }],
  ["+13035550111;ext=5", inUs, { refusal: "no-number" }],
  ["+13035550111,,900", inUs, { refusal: "no-number" }],
  [undefined, inUs, { refusal: "no-number" }],
  [13035550111, inUs, { refusal: "no-number" }],
  ["+18005550100", { countries: ["US"], types: ["toll-free"] }, { number: "+18005550100" }],
  ["+13035550111", { countries: ["US"], types: ["mobile"] }, { number: "+13035550111" }],
  ["+13035550111", { countries: ["US"], types: ["fixed"] }, { number: "+13035550111" }],
  ["+442079460123", { countries: ["GB"], types: ["mobile"] }, { refusal: "type" }],
  ["+13035550111", { countries: [], types: ["fixed"] }, { refusal: "country" }],
] as const)("%s, where %j may be called, is %j", (text, allowed, verdict) => {
  expect(checkNumber(text, allowed)).toEqual(verdict);
});

test("nothing makes the reading throw, and what it answers is E.164", () => {
  fc.assert(
    fc.property(fc.anything(), (text) => {
      expect(e164Of(text) ?? "+12045551111").toMatch(/^\+[1-9]\d{1,14}$/);
    }),
  );
  const likely = fc.stringMatching(/^(tel:|sip:)?\+?[\d ().-]{0,30}(;ext=\d)?$/);
  fc.assert(
    fc.property(likely, (text) => {
      const number = e164Of(text);
      if (number !== undefined) expect(e164Of(number)).toBe(number);
    }),
  );
});

test.each([
  ["204 555 1111", ["CA", "US"], "+12045551111"],
  ["+1 303 555 0111", ["CA", "US"], "+13035550111"],
  ["+1 303 555 0111", ["CA"], undefined],
  ["+44 20 7946 0123", ["CA", "US"], undefined],
  ["204 555 1111", [], undefined],
  ["call me", ["CA"], undefined],
])("%s, of one of %j, is %s", (text, countries, number) => {
  expect(numberOfCountries(text, countries)).toBe(number);
});

test.each([
  ["US", "US"],
  ["ca", "CA"],
  [" Ca ", "CA"],
  ["U.S.", "US"],
  ["USA", "US"],
  ["uk", "GB"],
  ["Canada", "CA"],
  ["UNITED STATES", "US"],
  ["United States of America", "US"],
  ["united kingdom", "GB"],
  ["México", "MX"],
  ["Puerto Rico", "PR"],
  ["Ｃａｎａｄａ", "CA"],
  ["XX", undefined],
  ["en-US", undefined],
  ["constructor", undefined],
  ["+1", undefined],
  ["", undefined],
])("%j is the country %s", (text, country) => {
  expect(countryOf(text)).toBe(country);
});
