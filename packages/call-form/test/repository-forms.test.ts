import { expect, test } from "@jest/globals";
import { contextTypeOf, fieldLabelsOf, routeMistakes } from "../src/index.ts";
import { interactionModelOf } from "../src/models/index.ts";
import { formIn, routesIn, textOf } from "./repository-forms.ts";

test.each([".", "examples/clinic"])("the form in %s is whole, and so are its models", (folder) => {
  const form = formIn(folder);
  for (const words of form.words) {
    const { languageModel } = interactionModelOf(form, words).interactionModel;
    const { slots = [] } = languageModel.intents.find(({ name }) => name === "CallIntent") ?? {};
    const ids = form.fields.map(({ id }) => id);
    expect(slots.map(({ name }) => name).slice(0, ids.length)).toEqual(ids);
    const samples = languageModel.intents.flatMap((intent) => intent.samples);
    expect(samples.filter((each) => !/^[\p{L}\p{M}{}_ .'’-]+$/u.test(each))).toEqual([]);
  }
});

test("the clinic's routes can all be met", () => {
  expect(routeMistakes(formIn("examples/clinic"), routesIn("examples/clinic"))).toEqual([]);
});

test("the clinic's pages name its fields in both languages", () => {
  const form = formIn("examples/clinic");
  const labels = (locale: string) => fieldLabelsOf(form, locale).map(({ label }) => label);
  expect(labels("en-US")).toEqual([
    "Patient",
    "Date of birth",
    "Call-back number",
    "Practice",
    "Urgency",
    "Reason",
  ]);
  expect(labels("fr-CA")).toEqual([
    "Patient",
    "Date de naissance",
    "Numéro de rappel",
    "Clinique",
    "Délai",
    "Motif",
  ]);
});

test.each([".", "examples/clinic"])(
  "the type of the call context in %s is that of the form (pnpm skill:models writes it)",
  (folder) => {
    // Biome breaks long lines in its own way.
    const unbroken = (text: string) => text.replace(/\s+/g, " ").replaceAll(": |", ":");
    expect(unbroken(textOf(folder, "form-call-context.ts"))).toBe(
      unbroken(contextTypeOf(formIn(folder))),
    );
  },
);
