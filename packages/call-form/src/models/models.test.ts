import { expect, test } from "@jest/globals";
import { formDocuments } from "../../test/form-documents.ts";
import { readCallForm } from "../form/read-call-form.ts";
import { interactionModelOf } from "./model-of.ts";
import { spokenForm } from "./spoken-form.ts";

const form = readCallForm(formDocuments());
const [english, french] = form.words.map((words) => interactionModelOf(form, words));

type Model = ReturnType<typeof interactionModelOf>;

function intentOf(model: Model | undefined, name: string) {
  const intent = model?.interactionModel.languageModel.intents.find((each) => each.name === name);
  if (!intent) throw new TypeError(`no intent ${name}`);
  return intent;
}

function samplesOf(model: Model | undefined): readonly string[] {
  return intentOf(model, "CallIntent").samples;
}

test.each([
  "call {reason}",
  "call {reason} for {callerName}",
  "call {reason} for account {accountId}",
  "my name is {callerName} and i'm calling about {reason}",
  "my name is {callerName} and my date of birth is {birthday}",
  "i was born on {birthday}",
  "no i was born on {birthday}",
  "change my birthday to {birthday}",
  "call about {reason} for practice {practice}",
  "call for {callerName} birthday {birthday}",
  "please note that {note}",
  "no my account number is {accountId}",
  "yes but my name is {callerName}",
  "no it's {accountId}",
  "not {notReason} {reason}",
  "{reason}",
])("an English caller can say %j", (sample) => {
  expect(samplesOf(english)).toContain(sample);
});

test.each([
  "appelle {reason}",
  "d'appeler {reason}",
  "d'appeler pour {reason} de la part de {callerName}",
  "appeler {reason} de la part de {callerName} compte {accountId}",
  "je m'appelle {callerName} et j'appelle pour {reason}",
  "ma date de naissance est {birthday}",
  "je suis né le {birthday}",
  "non je suis né le {birthday}",
  "change ma date de naissance pour {birthday}",
])("a French caller can say %j", (sample) => {
  expect(samplesOf(french)).toContain(sample);
});

test("slots have Alexa's own types where she has one, else the values of the form", () => {
  expect(intentOf(english, "CallIntent").slots?.map(({ name, type }) => [name, type])).toEqual([
    ["callerName", "AMAZON.FirstName"],
    ["accountId", "AMAZON.AlphaNumeric"],
    ["birthday", "AMAZON.DATE"],
    ["callBackNumber", "AMAZON.PhoneNumber"],
    ["practice", "PracticeChoice"],
    ["visits", "AMAZON.NUMBER"],
    ["urgent", "YesOrNo"],
    ["note", "AMAZON.SearchQuery"],
    ["reason", "CallReason"],
    // What somebody does not mean, "not billing, sales", and what stands behind a "no": "no, sales".
    ["notCallerName", "AMAZON.FirstName"],
    ["newCallerName", "AMAZON.FirstName"],
    ["newAccountId", "AMAZON.AlphaNumeric"],
    ["newBirthday", "AMAZON.DATE"],
    ["newCallBackNumber", "AMAZON.PhoneNumber"],
    ["notPractice", "PracticeChoice"],
    ["newPractice", "PracticeChoice"],
    ["notReason", "CallReason"],
    ["newReason", "CallReason"],
  ]);
  const { types } = english?.interactionModel.languageModel ?? {};
  expect(types?.map(({ name, values }) => [name, values.map(({ id }) => id)])).toEqual([
    ["PracticeChoice", ["north", "south"]],
    ["YesOrNo", ["yes", "no"]],
    ["CallReason", ["appointment", "prescription", "other"]],
    ["CallPart", [...form.fields.map(({ id }) => id), "everything"]],
  ]);
});

test.each([english, french])(
  "no utterance stands twice, and any words stand alone: %#",
  (model) => {
    const samples = model?.interactionModel.languageModel.intents.flatMap((each) => each.samples);
    const spoken = samples?.map(spokenForm) ?? [];
    expect(spoken.filter((each, index) => spoken.indexOf(each) < index)).toEqual([]);
    const withNote = samplesOf(model).filter((each) => each.includes("{note}"));
    expect(withNote.filter((each) => each.replace("{note}", "").includes("{"))).toEqual([]);
    expect(withNote).not.toContain("{note}");
  },
);

test("what is to be changed is named as callers call it, or everything", () => {
  const { samples, slots } = intentOf(french, "ChangeIntent");
  expect(slots).toEqual(
    ["part", "newPart"].map((name) => ({ name, type: "CallPart", samples: [] })),
  );
  expect(samples).toContain("change {part}");
  const parts = french?.interactionModel.languageModel.types.find(
    ({ name }) => name === "CallPart",
  );
  const accountId = parts?.values.find(({ id }) => id === "accountId");
  expect(accountId?.name.synonyms).toContain("mon numéro de client");
});

test("who can go on without an answer can say so by its name", () => {
  const { samples } = intentOf(english, "DontKnowIntent");
  expect(samples).toContain("i don't know my account number");
  expect(samples).toContain("i forgot my practice");
  expect(samples).not.toContain("i forgot my date of birth");
  expect(intentOf(french, "DontKnowIntent").samples).toContain("je ne connais pas ma clinique");
});

test("the dialog asks in the form's own words, with its choices", () => {
  const prompts = new Map(
    english?.interactionModel.prompts.map(({ id, variations }) => [id, variations[0]?.value]),
  );
  expect(prompts.get("Elicit.Slot.CallIntent.practice")).toBe(
    "What's your practice: north or south?",
  );
  expect(prompts.get("Elicit.Slot.CallIntent.urgent")).toBe("Is it urgent?");
  expect(prompts.get("Validate.Slot.CallIntent.reason")).toBe(
    "I'm not sure who can help with that. You can say an appointment, a prescription, or something else.",
  );
  expect(prompts.get("Confirm.Intent.CallIntent")).toBe(
    "Shall I call Oak Clinic about {reason} now?",
  );
});

test("a value without synonyms has no list of them: the Skill Management API refuses an empty one", () => {
  const values = english?.interactionModel.languageModel.types.flatMap((each) => each.values) ?? [];
  const north = values.find(({ id }) => id === "north");
  expect(north?.name).toEqual({ value: "north" });
  expect(values.filter(({ name }) => name.synonyms?.length === 0)).toEqual([]);
});
