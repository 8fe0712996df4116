import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import type { Intent, Slot } from "ask-sdk-model";
import { slotsIn } from "../../skill-package-lint/samples.ts";
import { newConversation } from "../../src/conversation/conversation.ts";
import { dangerIn } from "../../src/interceptors/danger.ts";
import { createEars } from "../../src/safety/ears.ts";
import { catalogFor } from "../../src/testing/catalog-for.ts";
import { exampleForm } from "../../src/testing/example-form.ts";
import { emergenciesIn, locales, phrasesIn } from "./phrases.ts";

interface ModelIntent {
  readonly samples: readonly string[];
}

/** Samples of any intent with several slots: what a phrase would be split into, as short and as long as it can be. */
function splitting(
  locale: string,
): (phrase: string) => readonly Readonly<Record<string, string>>[] {
  const file = `../../skill-package/interactionModels/custom/${locale}.json`;
  const { intents } = JSON.parse(readFileSync(file, "utf8")).interactionModel.languageModel;
  const samples = (intents as readonly ModelIntent[]).flatMap((intent) => intent.samples);
  const patterns = samples
    .filter((sample) => slotsIn(sample).length > 1)
    .flatMap((sample) =>
      ["(.+?)", "(.+)"].map((any) => ({
        slots: slotsIn(sample),
        texts: sample.split(/\{\w+\}/),
        pattern: new RegExp(`^${sample.replace(/\{\w+\}/g, any)}$`, "u"),
      })),
    );
  return (phrase) =>
    patterns.flatMap(({ slots, texts, pattern }) => {
      // Few of a hundred thousand pairs get as far as the pattern, which is slow to fail.
      if (!texts.every((text) => phrase.includes(text))) return [];
      const parts = pattern.exec(phrase)?.slice(1);
      return parts ? [Object.fromEntries(slots.map((slot, at) => [slot, parts[at] ?? ""]))] : [];
    });
}

function intentOf(parts: Readonly<Record<string, string>>): Intent {
  const slots = Object.entries(parts).map(([name, value]): [string, Slot] => [
    name,
    { name, value, confirmationStatus: "NONE" },
  ]);
  return {
    name: "CallIntent",
    confirmationStatus: "NONE",
    slots: Object.fromEntries(slots),
  };
}

test.each(locales)("in %s, no sample with several slots swallows a call for help", (locale) => {
  const { safety } = catalogFor(locale);
  const ear = createEars()(safety);
  const split = splitting(locale);
  const calls = [...emergenciesIn(locale), ...phrasesIn(locale).crisis];
  const splits = calls.flatMap((call) => split(call).map((parts) => ({ call, parts })));
  expect(splits.length).toBeGreaterThan(10);
  const listening = { conversation: newConversation("context-1"), form: exampleForm, safety, ear };
  const missed = splits.filter(({ parts }) => dangerIn(intentOf(parts), listening) === undefined);
  expect(missed).toEqual([]);
});
