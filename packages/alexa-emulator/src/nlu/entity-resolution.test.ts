import { expect, test } from "@jest/globals";
import { entityResolver, hasMatch } from "./entity-resolution.ts";

const animal = {
  name: "Animal",
  values: [
    { id: "dog", value: "Dog", synonyms: ["puppy", "pet"] },
    { id: "cat", value: "cat", synonyms: ["pet", "Pet!"] },
  ],
};
const resolve = entityResolver(
  new Map([
    ["Animal", animal],
    ["Empty", { name: "Empty", values: [] }],
  ]),
  "amzn1.ask.skill.1",
);

function ids(words: string): string[] {
  const [resolution] = resolve("Animal", words)?.resolutionsPerAuthority ?? [];
  return (resolution?.values ?? []).map(({ value }) => value.id);
}

test.each([
  ["dog", ["dog"]],
  ["DOG.", ["dog"]],
  ["puppy", ["dog"]],
  ["dóg", ["dog"]],
  ["pet", ["dog", "cat"]],
  ["bird", []],
  ["", []],
])("%p is %p", (words, expected) => {
  expect(ids(words)).toEqual(expected);
});

test("the authority names the skill and the slot type", () => {
  expect(resolve("Animal", "dog")?.resolutionsPerAuthority[0]?.authority).toBe(
    "amzn1.er-authority.echo-sdk.amzn1.ask.skill.1.Animal",
  );
});

test("types without values have no resolutions", () => {
  expect(resolve("Empty", "dog")).toBeUndefined();
  expect(resolve("AMAZON.FirstName", "dog")).toBeUndefined();
});

test("only ER_SUCCESS_MATCH is a match", () => {
  expect(hasMatch(resolve("Animal", "dog"))).toBe(true);
  expect(hasMatch(resolve("Animal", "bird"))).toBe(false);
  expect(hasMatch(undefined)).toBe(false);
});
