import { expect, test } from "@jest/globals";
import { interpolate, isBareNamespace, isReference, stepsOf } from "./json-path.ts";

test.each<[string, boolean, readonly string[]]>([
  ["$.External.route", true, ["External", "route"]],
  ["$.ContactId", true, ["ContactId"]],
  ["$.SegmentAttributes['connect:Subtype']", true, ["SegmentAttributes", "connect:Subtype"]],
  ["$.Lex.SessionAttributes.a-b_c", true, ["Lex", "SessionAttributes", "a-b_c"]],
  ["$.External.list[0].name", true, ["External", "list", "0", "name"]],
])("%s is a reference: %s", (text, whole, steps) => {
  expect(isReference(text)).toBe(whole);
  expect(stepsOf(text)).toEqual(steps);
});

test.each(["", "gold", "$", "$.", "$External", "Hello $.External.name", "$.External.name!"])(
  "%j is not one reference",
  (text) => expect(isReference(text)).toBe(false),
);

test("a namespace alone is no value", () => {
  expect(isBareNamespace("$.External")).toBe(true);
  expect(isBareNamespace("$.ContactId")).toBe(false);
  expect(isBareNamespace("$.External.route")).toBe(false);
});

test("a text is filled in, and the dot that ends a sentence is none of a reference", () => {
  const seen: string[] = [];
  const said = interpolate("Hello $.Attributes.name. Code $.External.code, $5.", (reference) => {
    seen.push(reference);
    return "x";
  });
  expect(seen).toEqual(["$.Attributes.name", "$.External.code"]);
  expect(said).toBe("Hello x. Code x, $5.");
});
