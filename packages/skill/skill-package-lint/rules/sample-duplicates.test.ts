import { expect, test } from "@jest/globals";
import { lintOf } from "../testing/lint-of.ts";

const intents = "en-US.json $.interactionModel.languageModel.intents";

test("a sample that stands twice in an intent is found", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents[0]?.samples?.push("Call {reason}");
  });
  expect(findings).toContain(
    `${intents}[0].samples[2]: "Call {reason}" says the same as "call {reason}" of CallIntent (sample-duplicates)`,
  );
});

test("a sample of two intents is found, though their slots have other names", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents.push({
      name: "AskIntent",
      slots: [{ name: "topic", type: "CallReason" }],
      samples: ["call {topic}"],
    });
  });
  expect(findings).toContain(
    `${intents}[13].samples[0]: "call {topic}" says the same as "call {reason}" of CallIntent (sample-duplicates)`,
  );
});

test("samples with slots of other types are not the same", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents[0]?.samples?.push("call {callerName}");
  });
  expect(findings).toEqual([]);
});

test("two slots may have the same words for their answers", () => {
  const findings = lintOf(({ enUS }) => {
    const slots = enUS.interactionModel.languageModel.intents[0]?.slots ?? [];
    slots[0]?.samples?.push("it's {reason}");
    slots.push({ name: "again", type: "CallReason", samples: ["it's {again}"] });
  });
  expect(findings.filter((line) => line.includes("(sample-duplicates)"))).toEqual([]);
});

test("a slot's sample that the intent has anyway is found", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents[0]?.slots?.[0]?.samples?.push("call {reason}");
  });
  expect(findings).toContain(
    `${intents}[0].slots[0].samples[1]: "call {reason}" says the same as "call {reason}" of CallIntent (sample-duplicates)`,
  );
});
