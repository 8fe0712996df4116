import { expect, test } from "@jest/globals";
import { SipParseError } from "../errors.ts";
import { formatUri, parseUri, userOf } from "./uri.ts";

test("a SIP URI falls into its parts", () => {
  expect(parseUri("sip:alice:secret@example.com:5070;transport=tcp;lr?Subject=hi")).toEqual({
    kind: "sip",
    scheme: "sip",
    user: "alice",
    password: "secret",
    host: "example.com",
    port: 5070,
    params: [{ name: "transport", value: "tcp" }, { name: "lr" }],
    headers: "Subject=hi",
  });
});

test("a telephone number is a URI too", () => {
  expect(parseUri("tel:+1-607-333-1111;phone-context=example.com")).toEqual({
    kind: "tel",
    number: "+1-607-333-1111",
    params: [{ name: "phone-context", value: "example.com" }],
  });
});

test.each([
  "sip:example.com",
  "sips:bob@[2001:db8::1]:5061",
  "sip:%00@host5.example.com",
  "sip:user;par=u%40example.net@example.com",
  "sip:+16073331111@127.0.0.1:5060;user=phone",
  "tel:+16073331111",
  "isbn:2983792873",
  "http://www.example.com",
])("%s reads and writes the same", (text) => {
  expect(formatUri(parseUri(text))).toBe(text);
});

test.each([
  "",
  "sip:",
  "sip:@example.com",
  "sip:alice@",
  "sip:alice@example.com:99999",
  "sip:alice@exa mple.com",
  "sip:al<ice@example.com",
  "sip:%4@example.com",
  "sip:alice@example.com;;lr",
  "sip:alice@[::1",
  "tel:alice",
  "no scheme",
])("%j is no URI", (text) => {
  expect(() => parseUri(text, "Contact")).toThrow(SipParseError);
  expect(() => parseUri(text, "Contact")).toThrow(/^Contact /);
});

test("the user part is what was meant, not how it was escaped", () => {
  expect(userOf(parseUri("sip:%2B1607%20caf%C3%A9@example.com"))).toBe("+1607 café");
  expect(userOf(parseUri("tel:+16073331111"))).toBe("+16073331111");
  expect(userOf(parseUri("sip:example.com"))).toBeUndefined();
  expect(userOf(parseUri("isbn:2983792873"))).toBeUndefined();
});

test.each([
  ["tel:+1-607-333-1111", "+16073331111"],
  ["tel:+1(607)333.1111;phone-context=example.com", "+16073331111"],
  ["sip:+1-607-333-1111@example.com;user=phone", "+16073331111"],
  ["sip:%2B1(607)333-1111;tgrp=a-b@example.com", "+16073331111;tgrp=a-b"],
  ["tel:7042-1;phone-context=example.com", "7042-1"],
  ["sip:front-desk.2@example.com", "front-desk.2"],
  ["sip:+front-desk@example.com", "+front-desk"],
])("the user of %s is %s", (uri, user) => {
  expect(userOf(parseUri(uri))).toBe(user);
});
