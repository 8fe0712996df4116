import { expect, test } from "@jest/globals";
import { InvalidModelError } from "../alexa-error.ts";
import { pizzaModel } from "../testing/pizza-model.ts";
import { locales, skillPackageModel } from "../testing/skill-package-model.ts";
import { readInteractionModel } from "./read-interaction-model.ts";

function mistakes(model: unknown): readonly string[] {
  try {
    readInteractionModel(model);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidModelError)) throw error;
    return error.mistakes;
  }
}

test.each(locales)("the model of %s can be used", (locale) => {
  expect(mistakes(skillPackageModel(locale))).toEqual([]);
});

test("what a model leaves out gets its default", () => {
  const model = readInteractionModel({
    interactionModel: { languageModel: { invocationName: "my skill", intents: [{ name: "A" }] } },
  });
  expect(model).toEqual({
    invocationName: "my skill",
    intents: [{ name: "A", slots: [], samples: [] }],
    slotTypes: new Map(),
    dialogs: new Map(),
    prompts: new Map(),
  });
});

test("a model that was read is not read again; a copy of it is no model", () => {
  const model = readInteractionModel(pizzaModel());
  expect(readInteractionModel(model)).toBe(model);
  expect(mistakes({ ...model })).not.toEqual([]);
});

test("an intent's delegation strategy goes before the dialog's", () => {
  const model = pizzaModel();
  Object.assign(model.interactionModel.dialog.intents[0] ?? {}, { delegationStrategy: "ALWAYS" });
  const { dialogs } = readInteractionModel(model);
  expect(dialogs.get("OrderIntent")?.delegationStrategy).toBe("ALWAYS");
});

test.each([
  [null, /^the document: /],
  [{}, /^interactionModel: /],
  [{ interactionModel: { languageModel: { invocationName: "a b" } } }, /languageModel\.intents: /],
])("%j is no model", (model, message) => {
  expect(mistakes(model)).toEqual([expect.stringMatching(message)]);
});

test("every mistake is told, with its place", () => {
  const model = pizzaModel();
  const { languageModel, dialog, prompts } = model.interactionModel;
  languageModel.intents[0]?.samples.push("order {topping}");
  languageModel.intents[1]?.slots?.push({ name: "place", type: "Place" });
  dialog.intents[0]?.slots.push({
    name: "topping",
    type: "Size",
    elicitationRequired: true,
    confirmationRequired: false,
    prompts: { elicitation: "Elicit.Topping" },
    validations: [],
  });
  dialog.intents.push({
    name: "GoneIntent",
    confirmationRequired: false,
    prompts: { confirmation: "" },
    slots: [],
  });
  prompts.shift();
  prompts.push({ id: "Broken", variations: [{ type: "SSML", value: "a & b" }] });
  expect(mistakes(model)).toEqual([
    'intent OrderIntent: sample "order {topping}" names slot "topping", which is not there',
    'intent SearchIntent: slot "place" has type "Place", which is not there',
    'dialog of OrderIntent: there is no slot "topping"',
    'dialog of OrderIntent: there is no prompt "Elicit.Size"',
    'dialog of OrderIntent: there is no prompt "Elicit.Topping"',
    'dialog: there is no intent "GoneIntent"',
    'prompt "Broken": "&" is not an entity; write &amp; for an "&" in the text',
  ]);
});
