import { expect, test } from "@jest/globals";
import type { Draft } from "../testing/a-skill-package.ts";
import { lintOf } from "../testing/lint-of.ts";

const model = "en-US.json $.interactionModel";
const intentOf = ({ enUS }: Draft) => enUS.interactionModel.dialog?.intents?.[0];
const promptsOf = ({ enUS }: Draft) => enUS.interactionModel.prompts ?? [];

test("an elicitation prompt that is not there is found, and the one that nobody asks for", () => {
  const findings = lintOf((draft) => {
    const prompts = intentOf(draft)?.slots?.[0]?.prompts;
    if (prompts) prompts.elicitation = "Elicit.Raison";
  });
  expect(findings).toEqual(
    expect.arrayContaining([
      `${model}.dialog.intents[0].slots[0].prompts.elicitation: there is no prompt "Elicit.Raison" (prompt-references)`,
      `${model}.prompts[1].id: nothing asks for prompt "Elicit.Reason" (prompt-references)`,
    ]),
  );
});

test("a validation's prompt that is not there is found", () => {
  const findings = lintOf((draft) => promptsOf(draft).splice(2));
  expect(findings).toContain(
    `${model}.dialog.intents[0].slots[0].validations[0].prompt: there is no prompt "Validate.Reason" (prompt-references)`,
  );
});

test("an intent's confirmation without a prompt is found", () => {
  const findings = lintOf((draft) => {
    const intent = intentOf(draft);
    if (intent) intent.prompts = {};
  });
  expect(findings).toContain(
    `${model}.dialog.intents[0].prompts.confirmation: a prompt is needed here (prompt-references)`,
  );
});

test("a slot's confirmation without a prompt is found", () => {
  const findings = lintOf((draft) => {
    const slot = intentOf(draft)?.slots?.[0];
    if (slot) slot.confirmationRequired = true;
  });
  expect(findings).toContain(
    `${model}.dialog.intents[0].slots[0].prompts.confirmation: a prompt is needed here (prompt-references)`,
  );
});

test("a prompt that stands twice is found", () => {
  const findings = lintOf((draft) => {
    const prompts = promptsOf(draft);
    prompts.push(...prompts.slice(0, 1));
  });
  expect(findings).toContain(
    `${model}.prompts[3].id: prompt "Confirm.Call" stands twice (prompt-references)`,
  );
});

test("a prompt that speaks a slot that is not there is found", () => {
  const findings = lintOf((draft) => {
    const [variation] = promptsOf(draft)[0]?.variations ?? [];
    if (variation) variation.value = "Call about {raison}?";
  });
  expect(findings).toContain(
    `${model}.dialog.intents[0].prompts.confirmation: prompt "Confirm.Call" names slot "raison", which is not there (prompt-references)`,
  );
});
