import { expect, test } from "@jest/globals";
import { lint, modelRules, packageRules } from "./lint.ts";
import { aSkillPackage } from "./testing/a-skill-package.ts";
import { lintOf } from "./testing/lint-of.ts";

test("a package without a mistake has no findings", () => {
  expect(lint(aSkillPackage())).toEqual([]);
});

test("a mistake in two locales is found in both", () => {
  const findings = lintOf(({ enUS, frCA }) => {
    enUS.interactionModel.languageModel.invocationName = "Example support";
    frCA.interactionModel.languageModel.invocationName = "Example support";
  });
  expect(findings.filter((line) => line.includes("upper-case"))).toEqual([
    expect.stringMatching(/^en-US.json /),
    expect.stringMatching(/^fr-CA.json /),
  ]);
});

test("no two rules have one name", () => {
  const names = [...modelRules, ...packageRules].map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
