import { expect, test } from "@jest/globals";
import { type Answers, defaults, invocationNameFor } from "./answers.ts";
import { mistakeIn } from "./mistake-in.ts";

test("the defaults fit, in every language", () => {
  expect(mistakeIn({ ...defaults, locales: ["en-US", "en-CA", "es-US", "fr-CA"] })).toBeUndefined();
});

test.each<[Partial<Answers>, string]>([
  [{ company: "" }, "/company/name: must not be empty"],
  [
    { invocationName: "clinic" },
    "The invocation name “clinic” is one word; two or more are needed.",
  ],
  [
    { invocationName: "oak 24" },
    "The invocation name “oak 24” has digits; numbers are spelled out.",
  ],
  [
    { invocationName: "ouvre clinique", locales: ["en-US", "fr-CA"] },
    'The invocation name “ouvre clinique” has "ouvre", which Alexa keeps for herself.',
  ],
  [
    { reasons: { ...defaults.reasons, en: ["sales", "sales"] } },
    '/reasons/1: "sales" stands twice',
  ],
  [
    { reasons: { ...defaults.reasons, en: ["sales"] }, locales: ["en-US", "fr-CA"] },
    "Of the reasons there are 1 in English and 3 in French: name the same ones, in the same order.",
  ],
])("%j: %s", (answers, mistake) => {
  expect(mistakeIn({ ...defaults, ...answers })).toBe(mistake);
});

test.each([
  ["Oak Clinic", "oak clinic"],
  ["Smith & Sons", "smith and sons"],
  ["Café du Nord, Inc.", "café du nord inc."],
  ["Studio 54", "studio"],
])("%j is opened as %j", (company, invocationName) => {
  expect(invocationNameFor(company)).toBe(invocationName);
});
