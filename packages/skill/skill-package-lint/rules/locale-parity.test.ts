import { expect, test } from "@jest/globals";
import { lintOf } from "../testing/lint-of.ts";

const parity = (lines: string[]) => lines.filter((line) => line.includes("(locale-parity)"));

test("an intent that one locale lacks is found", () => {
  const findings = lintOf(({ frCA }) => {
    frCA.interactionModel.languageModel.intents.splice(1, 1);
  });
  expect(parity(findings)).toEqual([
    "fr-CA.json $.interactionModel.languageModel.intents: intent SearchIntent is in en-US only (locale-parity)",
    "fr-CA.json $.interactionModel.languageModel.intents: slot SearchIntent.query of type AMAZON.SearchQuery is in en-US only (locale-parity)",
  ]);
});

test("an intent that one locale has more is found", () => {
  const findings = lintOf(({ frCA }) => {
    frCA.interactionModel.languageModel.intents.push({ name: "ThanksIntent", samples: ["merci"] });
  });
  expect(parity(findings)).toEqual([
    "fr-CA.json $.interactionModel.languageModel.intents: intent ThanksIntent is not in en-US (locale-parity)",
  ]);
});

test("a slot of another type is found on both sides", () => {
  const findings = lintOf(({ frCA }) => {
    const slot = frCA.interactionModel.languageModel.intents[0]?.slots?.[1];
    if (slot) slot.type = "AMAZON.Person";
  });
  expect(parity(findings)).toEqual([
    expect.stringContaining("slot CallIntent.callerName of type AMAZON.FirstName is in en-US only"),
    expect.stringContaining("slot CallIntent.callerName of type AMAZON.Person is not in en-US"),
  ]);
});

test("an id that one locale lacks is found", () => {
  const findings = lintOf(({ frCA }) => {
    frCA.interactionModel.languageModel.types?.[0]?.values?.splice(1);
  });
  expect(parity(findings)).toEqual([
    expect.stringContaining("id other of slot type CallReason is in en-US only"),
  ]);
});

test("a prompt that one locale lacks is found", () => {
  const findings = lintOf(({ frCA }) => {
    frCA.interactionModel.prompts?.splice(0, 1);
  });
  expect(parity(findings)).toEqual([
    expect.stringContaining("prompt Confirm.Call is in en-US only"),
  ]);
});

test("a dialog that behaves otherwise is found", () => {
  const findings = lintOf(({ frCA }) => {
    const intent = frCA.interactionModel.dialog?.intents?.[0];
    if (intent) intent.confirmationRequired = false;
  });
  expect(parity(findings)).toHaveLength(2);
});

test("other words are no difference", () => {
  const findings = lintOf(({ frCA }) => {
    const { intents, types } = frCA.interactionModel.languageModel;
    intents[0]?.samples?.push("appelle {reason}");
    types?.[0]?.values?.[0]?.name.synonyms?.push("facturation");
  });
  expect(parity(findings)).toEqual([]);
});
