import { expect, test } from "@jest/globals";
import { SipParseError } from "../errors.ts";
import { formatNameAddress, parseNameAddress, parseNameAddresses, tagOf } from "./name-address.ts";

test("parameters after brackets are the header's, those inside the URI's", () => {
  const address = parseNameAddress("<sip:a@x;lr>;tag=1", "To");
  expect(address.uri).toMatchObject({ params: [{ name: "lr" }] });
  expect(tagOf(address)).toBe("1");
});

test("without brackets all parameters are the header's", () => {
  const address = parseNameAddress("sip:a@x;tag=1", "To");
  expect(address.uri).toMatchObject({ params: [] });
  expect(tagOf(address)).toBe("1");
});

test.each([
  ['"Bell, A. \\"Alec\\" \\\\" <sip:a@x>', 'Bell, A. "Alec" \\'],
  ["A. Bell <sip:a@x>", "A. Bell"],
  ["José <sip:a@x>", "José"],
  ['""<sip:a@x>', undefined],
  ["<sip:a@x>", undefined],
])("the display name of %s is %s", (text, displayName) => {
  expect(parseNameAddress(text, "From").displayName).toBe(displayName);
});

test("a display name is written so that it reads the same", () => {
  const address = parseNameAddress('"Bell, A. \\"Alec\\" \\\\" <sip:a@x>;tag=1', "From");
  expect(formatNameAddress(address)).toBe('"Bell, A. \\"Alec\\" \\\\" <sip:a@x>;tag=1');
});

test("several addresses may stand in one line or in several", () => {
  const routes = parseNameAddresses(['<sip:a;lr> , "B, b" <sip:b>', "<sip:c>"], "Route");
  expect(routes.map(({ uri }) => uri)).toMatchObject([{ host: "a" }, { host: "b" }, { host: "c" }]);
});

test.each([
  "",
  "Bell, A <sip:a@x>",
  '"open <sip:a@x>',
  "<sip:a@x",
  "<sip:a@x> x",
  "sip:a@x?b=c",
  "<>",
])("%j is no address", (text) => {
  expect(() => parseNameAddress(text, "From")).toThrow(SipParseError);
});
