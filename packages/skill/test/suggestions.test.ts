import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { catalogFor } from "../src/testing/catalog-for.ts";
import { exampleForm } from "../src/testing/example-form.ts";
import { conversationWith } from "../src/testing/hearing.ts";
import { spokenOf } from "../src/testing/spoken-of.ts";

function languageModel(locale: string) {
  const file = `../../skill-package/interactionModels/custom/${locale}.json`;
  const { interactionModel } = JSON.parse(readFileSync(file, "utf8"));
  return interactionModel.languageModel;
}

function samplesOf(locale: string, intent: string): readonly string[] {
  const { intents } = languageModel(locale);
  return intents.find(({ name }: { name: string }) => name === intent).samples;
}

/** What all questions of a locale say, in lower case. */
function everyPrompt(locale: string): string {
  const catalog = catalogFor(locale);
  const questions = [...exampleForm.fields.map(({ id }) => id), "change", "confirmation"];
  const prompts = questions.map((question) => catalog.prompt(question, conversationWith()));
  const sentences = prompts.flatMap(({ ask, reprompt, help }) => [ask, reprompt, help]);
  return sentences.map(({ markup }) => spokenOf(markup).toLowerCase()).join(" ");
}

test.each([
  ["en-US", "I don't know", "DontKnowIntent", "i don't know"],
  ["en-US", "my account is", "CallIntent", "my account is {accountId}"],
  ["en-US", "my name is Ana", "CallIntent", "my name is {callerName}"],
  ["en-US", "it's about billing", "CallIntent", "it's about {reason}"],
  ["es-US", "no lo sé", "DontKnowIntent", "no lo sé"],
  ["es-US", "mi cuenta es", "CallIntent", "mi cuenta es {accountId}"],
  ["es-US", "me llamo Ana", "CallIntent", "me llamo {callerName}"],
  ["es-US", "es sobre facturación", "CallIntent", "es sobre {reason}"],
  ["fr-CA", "je ne sais pas", "DontKnowIntent", "je ne sais pas"],
  ["fr-CA", "mon compte est", "CallIntent", "mon compte est {accountId}"],
  ["fr-CA", "je m'appelle Anne", "CallIntent", "je m'appelle {callerName}"],
  ["fr-CA", "c'est concernant la facturation", "CallIntent", "c'est concernant {reason}"],
])("in %s, who is told to say %j is understood", (locale, phrase, intent, sample) => {
  expect(everyPrompt(locale)).toContain(phrase.toLowerCase());
  expect(samplesOf(locale, intent)).toContain(sample);
});
