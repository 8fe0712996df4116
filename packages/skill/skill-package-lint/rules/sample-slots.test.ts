import { expect, test } from "@jest/globals";
import { lintOf } from "../testing/lint-of.ts";

const intent = "en-US.json $.interactionModel.languageModel.intents[0]";

test("a sample with a slot that nobody declared is found", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents[0]?.samples?.push("my account is {accountId}");
  });
  expect(findings).toContain(
    `${intent}.samples[2]: "my account is {accountId}" names slot "accountId", which CallIntent does not declare (sample-slots)`,
  );
});

test("a sample with one slot twice is found", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents[0]?.samples?.push("{reason} and {reason}");
  });
  expect(findings).toContain(
    `${intent}.samples[2]: "{reason} and {reason}" has slot "reason" twice (sample-slots)`,
  );
});

test("a slot's sample without the slot is found", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents[0]?.slots?.[0]?.samples?.push("any reason");
  });
  expect(findings).toContain(
    `${intent}.slots[0].samples[1]: "any reason" answers for slot "reason" without naming it (sample-slots)`,
  );
});

test("a slot that no sample fills is found", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents[0]?.slots?.push({
      name: "accountId",
      type: "AMAZON.AlphaNumeric",
    });
  });
  expect(findings).toContain(`${intent}.slots[2]: no sample fills slot "accountId" (sample-slots)`);
});
