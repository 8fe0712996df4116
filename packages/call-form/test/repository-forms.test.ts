import { expect, test } from "@jest/globals";
import { fieldLabelsOf, routeMistakes } from "../src/index.ts";
import { interactionModelOf } from "../src/models/index.ts";
import { formIn, routesIn } from "./repository-forms.ts";

test.each([".", "examples/clinic"])("the form in %s is whole, and so are its models", (folder) => {
  const form = formIn(folder);
  for (const words of form.words) {
    const { languageModel } = interactionModelOf(form, words).interactionModel;
    const slots = languageModel.intents.flatMap((intent) => intent.slots ?? []);
    expect(slots.map(({ name }) => name)).toEqual(form.fields.map(({ id }) => id));
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
