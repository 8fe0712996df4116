import { expect, test } from "@jest/globals";
import { lintOf } from "../testing/lint-of.ts";

const intents = "en-US.json $.interactionModel.languageModel.intents";

function findingsWith(sample: string): string[] {
  return lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents[0]?.samples?.push(sample);
  });
}

test.each(["i'd like to call", "mets-moi en communication", "call t. j. maxx", "{reason}'s agent"])(
  "%p is a right sample",
  (sample) => {
    expect(findingsWith(sample)).toEqual([]);
  },
);

test.each([
  ["", "is empty"],
  ["call 2 agents", "has digits; numbers are written as words"],
  ["call, please", "has a character that no sample may have"],
  ["call me?", "has a character that no sample may have"],
  [" call me", "has a space too many"],
  ["call  me", "has a space too many"],
  ["call {reason", "has a brace without its other half"],
  ["call reason}", "has a brace without its other half"],
  ["a".repeat(201), "is longer than 200 characters"],
])("the sample %p is found", (sample, message) => {
  expect(findingsWith(sample)).toContain(
    `${intents}[0].samples[2]: "${sample}" ${message} (sample-syntax)`,
  );
});

test("a wrong sample of a slot is found", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents[0]?.slots?.[0]?.samples?.push("{reason}!");
  });
  expect(findings).toContain(
    `${intents}[0].slots[0].samples[1]: "{reason}!" has a character that no sample may have (sample-syntax)`,
  );
});

test("an intent of ours without samples is found", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents.push({ name: "DontKnowIntent" });
  });
  expect(findings).toContain(
    `${intents}[13].samples: DontKnowIntent has no samples: nobody can say it (sample-syntax)`,
  );
});
