import { expect, test } from "@jest/globals";
import { lintOf } from "../testing/lint-of.ts";

const languageModel = (locale: string) => `${locale}.json $.interactionModel.languageModel`;

test("a built-in slot type that does not exist is found", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents[0]?.slots?.push({
      name: "surname",
      type: "AMAZON.LastName",
    });
  });
  expect(findings).toContain(
    `${languageModel("en-US")}.intents[0].slots[2].type: "AMAZON.LastName" is neither a built-in slot type of en-US nor declared in types (slot-types)`,
  );
});

test("a built-in slot type of another language is found", () => {
  const findings = lintOf(({ enUS, frCA }) => {
    for (const model of [enUS, frCA])
      model.interactionModel.languageModel.intents[0]?.slots?.push({
        name: "drink",
        type: "AMAZON.Drink",
      });
  });
  expect(findings.filter((line) => line.includes("slot-types"))).toEqual([
    `${languageModel("fr-CA")}.intents[0].slots[2].type: "AMAZON.Drink" is neither a built-in slot type of fr-CA nor declared in types (slot-types)`,
  ]);
});

test("a slot without a type is found", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents[0]?.slots?.push({ name: "surname" });
  });
  expect(findings).toContain(
    `${languageModel("en-US")}.intents[0].slots[2].type: slot "surname" has no type (slot-types)`,
  );
});

test("a declared type that no slot has is found", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.types?.push({
      name: "Colour",
      values: [{ id: "red", name: { value: "red", synonyms: ["scarlet"] } }],
    });
  });
  expect(findings).toContain(
    `${languageModel("en-US")}.types[1].name: no slot has type "Colour" (slot-types)`,
  );
});
