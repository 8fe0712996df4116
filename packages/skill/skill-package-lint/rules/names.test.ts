import { expect, test } from "@jest/globals";
import { lintOf } from "../testing/lint-of.ts";

const languageModel = "en-US.json $.interactionModel.languageModel";

test("an intent's name with a digit is found", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents.push({ name: "Call2", samples: ["ring"] });
  });
  expect(findings).toContain(
    `${languageModel}.intents[13].name: "Call2" has other characters than letters and underscores (names)`,
  );
});

test("an intent that stands twice is found, whatever the case", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents.push({ name: "callintent", samples: ["ring"] });
  });
  expect(findings).toContain(
    `${languageModel}.intents[13].name: "callintent" stands twice (names)`,
  );
});

test("a slot's name with a hyphen is found", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents[1]?.slots?.push({
      name: "the-slot",
      type: "AMAZON.NUMBER",
    });
  });
  expect(findings).toContain(
    `${languageModel}.intents[1].slots[1].name: "the-slot" has other characters than letters and underscores (names)`,
  );
});

test("a slot type's name with a space is found", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.types?.push({ name: "Call Reason", values: [] });
  });
  expect(findings).toContain(
    `${languageModel}.types[1].name: "Call Reason" has other characters than letters and underscores (names)`,
  );
});
