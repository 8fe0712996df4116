import { expect, test } from "@jest/globals";
import { formDocuments } from "../../test/form-documents.ts";
import { choicesOf } from "./choices-of.ts";
import { readCallForm } from "./read-call-form.ts";
import { wordsFor } from "./words-for.ts";

const form = readCallForm(
  formDocuments(({ form }) => {
    form.reasons = ["other", "prescription", "appointment"];
    const practice = form.fields.find(({ id }) => id === "practice");
    if (practice) practice.choices = ["south", "north"];
  }),
);

test.each([
  ["reason", "en-US", "something else, a prescription, or an appointment"],
  ["reason", "fr-CA", "autre chose, une ordonnance ou un rendez-vous"],
  ["practice", "en-US", "south or north"],
  ["urgent", "en-US", "yes or no"],
  ["note", "en-US", ""],
])("callers may say of %s in %s: %j", (id, locale, choices) => {
  const words = wordsFor(form, locale);
  const said = form.fields.filter((field) => field.id === id);
  expect(said.map((field) => choicesOf(form, field, words))).toEqual([choices]);
});

test("what has no words is not offered", () => {
  const english = wordsFor(form, "en-US");
  const { other = { name: "", synonyms: [], about: "" } } = english.reasons;
  const words = { ...english, reasons: { other }, fields: {} };
  expect(form.fields.map((field) => choicesOf(form, field, words)).join("")).toBe("something else");
});
