import { expect, test } from "@jest/globals";
import { lintOf } from "../testing/lint-of.ts";

const intents = "en-US.json $.interactionModel.languageModel.intents";

test.each([
  "Cancel",
  "Help",
  "Stop",
  "NavigateHome",
  "Fallback",
  "Yes",
  "No",
  "Repeat",
  "StartOver",
])("a model without AMAZON.%sIntent is found", (name) => {
  const findings = lintOf(({ enUS }) => {
    const model = enUS.interactionModel.languageModel;
    model.intents = model.intents.filter((intent) => intent.name !== `AMAZON.${name}Intent`);
  });
  expect(findings).toContain(`${intents}: AMAZON.${name}Intent is missing (built-in-intents)`);
});

test("a built-in intent that does not exist is found", () => {
  const findings = lintOf(({ enUS }) => {
    enUS.interactionModel.languageModel.intents.push({ name: "AMAZON.ByeIntent" });
  });
  expect(findings).toContain(
    `${intents}[13].name: AMAZON.ByeIntent is not a built-in intent (built-in-intents)`,
  );
});

test("a built-in intent with slots is found", () => {
  const findings = lintOf(({ enUS }) => {
    const help = enUS.interactionModel.languageModel.intents[3];
    if (help) help.slots = [{ name: "topic", type: "CallReason" }];
  });
  expect(findings).toContain(
    `${intents}[3].slots: AMAZON.HelpIntent can have no slots (built-in-intents)`,
  );
});
