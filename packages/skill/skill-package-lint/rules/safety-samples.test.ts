import { expect, test } from "@jest/globals";
import { lintOf } from "../testing/lint-of.ts";

function problems(spoil: Parameters<typeof lintOf>[0]) {
  return lintOf(spoil).filter((line) => line.includes("safety-samples"));
}

test("a phrase that a model does not have is found", () => {
  const found = problems(({ phrases }) => phrases.crisis.push("i am suicidal"));
  expect(found).toHaveLength(2);
  expect(found[0]).toContain("CrisisIntent: 1 phrases are missing and 0 are not among the phrases");
});

test("a sample that is no phrase is found, in the model that has it", () => {
  const found = problems(({ frCA }) => {
    const { intents } = frCA.interactionModel.languageModel;
    intents.find(({ name }) => name === "EmergencyIntent")?.samples?.push("allo");
  });
  expect(found).toEqual([
    expect.stringMatching(/^fr-CA.json .*EmergencyIntent: 0 phrases are missing and 1 /),
  ]);
});

test("a model without the intents is found", () => {
  const found = problems(({ enUS }) => {
    const { languageModel } = enUS.interactionModel;
    languageModel.intents = languageModel.intents.filter(({ name }) => name !== "CrisisIntent");
  });
  expect(found).toEqual([expect.stringMatching(/^en-US.json .*CrisisIntent: 1 /)]);
});
