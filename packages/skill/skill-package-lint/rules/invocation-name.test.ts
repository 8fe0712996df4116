import { expect, test } from "@jest/globals";
import { aSkillPackage } from "../testing/a-skill-package.ts";
import { invocationName } from "./invocation-name.ts";

function problemsOf(name: string, locale = "en-US"): string[] {
  const { models } = aSkillPackage(({ enUS, frCA }) => {
    enUS.interactionModel.languageModel.invocationName = name;
    frCA.interactionModel.languageModel.invocationName = name;
  });
  return models
    .filter((model) => model.locale === locale)
    .flatMap((model) => [...invocationName.check(model)].map(({ message }) => message));
}

test.each([
  ["example support", "en-US"],
  ["anna's pizza", "en-US"],
  ["t. j. bikes", "en-US"],
  ["café du parc", "fr-CA"],
  ["the daily horoscope", "en-US"],
])("%p is a right invocation name in %s", (name, locale) => {
  expect(problemsOf(name, locale)).toEqual([]);
});

test.each([
  ["x y".padEnd(60, "z"), /has 60 characters/],
  ["Example support", /upper-case/],
  ["support 24", /digits/],
  ["a & b support", /other characters/],
  ["example  support", /a space too many/],
  ["support", /one word/],
  ["open support", /"open", which Alexa keeps for herself/],
  ["alexa support", /"alexa", which Alexa keeps for herself/],
  ["the support", /articles and prepositions do not count/],
])("%p is refused", (name, message) => {
  expect(problemsOf(name)).toEqual(expect.arrayContaining([expect.stringMatching(message)]));
});

test("words that steer Alexa count in the language of the locale", () => {
  expect(problemsOf("ouvre soutien", "en-US")).toEqual([]);
  expect(problemsOf("ouvre soutien", "fr-CA")).toEqual([
    '"ouvre soutien" has "ouvre", which Alexa keeps for herself',
  ]);
});
