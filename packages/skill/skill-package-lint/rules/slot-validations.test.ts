import { expect, test } from "@jest/globals";
import type { Draft } from "../testing/a-skill-package.ts";
import { lintOf } from "../testing/lint-of.ts";

const slot = "en-US.json $.interactionModel.dialog.intents[0].slots[0]";
const slotOf = ({ enUS }: Draft) => enUS.interactionModel.dialog?.intents?.[0]?.slots?.[0];

test("a validation that does not exist is found", () => {
  const findings = lintOf((draft) => {
    const validation = slotOf(draft)?.validations?.[0];
    if (validation) Object.assign(validation, { type: "hasMatch" });
  });
  expect(findings).toContain(
    `${slot}.validations[0]: "hasMatch" is not a validation (slot-validations)`,
  );
});

test("a comparison with nothing is found", () => {
  const findings = lintOf((draft) => {
    const validation = slotOf(draft)?.validations?.[0];
    if (validation) Object.assign(validation, { type: "isInSet" });
  });
  expect(findings).toContain(
    `${slot}.validations[0]: isInSet needs "values" to compare with (slot-validations)`,
  );
});

test("entity resolution on a type without values of ours is found", () => {
  const findings = lintOf((draft) => {
    const asked = slotOf(draft);
    if (asked) asked.type = "AMAZON.FirstName";
  });
  expect(findings).toContain(
    `${slot}.validations[0]: AMAZON.FirstName has no values of ours that could match (slot-validations)`,
  );
});
