import { expect, test } from "@jest/globals";
import type { Draft } from "../testing/a-skill-package.ts";
import { lintOf } from "../testing/lint-of.ts";

const dialog = "en-US.json $.interactionModel.dialog";
const intentOf = ({ enUS }: Draft) => enUS.interactionModel.dialog?.intents?.[0];

test("a dialog of an intent that is not there is found", () => {
  const findings = lintOf((draft) => {
    const intent = intentOf(draft);
    if (intent) intent.name = "CalIntent";
  });
  expect(findings).toContain(
    `${dialog}.intents[0].name: there is no intent "CalIntent" (dialog-references)`,
  );
});

test("a dialog slot that the intent does not have is found", () => {
  const findings = lintOf((draft) => {
    const slot = intentOf(draft)?.slots?.[0];
    if (slot) slot.name = "raison";
  });
  expect(findings).toContain(
    `${dialog}.intents[0].slots[0].name: CallIntent has no slot "raison" (dialog-references)`,
  );
});

test("a dialog slot of another type is found", () => {
  const findings = lintOf((draft) => {
    const slot = intentOf(draft)?.slots?.[0];
    if (slot) slot.type = "AMAZON.NUMBER";
  });
  expect(findings).toContain(
    `${dialog}.intents[0].slots[0].type: slot "reason" is of type CallReason in the language model, not AMAZON.NUMBER (dialog-references)`,
  );
});

test("a dialog slot that stands twice is found", () => {
  const findings = lintOf((draft) => {
    const slots = intentOf(draft)?.slots ?? [];
    slots.push(...structuredClone(slots));
  });
  expect(findings).toContain(
    `${dialog}.intents[0].slots[1].name: slot "reason" stands twice (dialog-references)`,
  );
});
