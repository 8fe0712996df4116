import { readFileSync } from "node:fs";
import { slotsIn } from "../../skill-package-lint/samples.ts";

/** A slot, and what is left of a phrase in it. */
export interface Swallowed {
  readonly slot: string;
  readonly left: string;
}

interface Sample {
  readonly text: string;
  /** The sample counts while this slot is asked for; without one, always. */
  readonly while?: string;
}

/** What the call intent's samples of a locale make of phrases, while a slot is asked for. */
export function swallowing(locale: string): (phrase: string, asked?: string) => Swallowed[] {
  const samples = callIntentSamples(locale);
  return (phrase, asked) => {
    const counting = samples.filter((sample) => [undefined, asked].includes(sample.while));
    const all = counting.flatMap(({ text }) => swallowedBy(text, phrase));
    const unique = new Map(all.map((each) => [`${each.slot} ${each.left}`, each]));
    return [...unique.values()];
  };
}

function callIntentSamples(locale: string): readonly Sample[] {
  const file = `../../skill-package/interactionModels/custom/${locale}.json`;
  const { intents } = JSON.parse(readFileSync(file, "utf8")).interactionModel.languageModel;
  const { samples, slots } = intents.find(({ name }: { name: string }) => name === "CallIntent");
  return [
    ...samples.map((text: string) => ({ text })),
    ...slots.flatMap(({ name, samples: those }: { name: string; samples: string[] }) =>
      those.map((text) => ({ text, while: name })),
    ),
  ];
}

/** A sample with one slot, whose words are those at the beginning and the end of the phrase. */
function swallowedBy(sample: string, phrase: string): Swallowed[] {
  const [slot, ...more] = slotsIn(sample);
  if (slot === undefined || more.length > 0) return [];
  const [before = "", after = ""] = sample.split(`{${slot}}`);
  if (!phrase.startsWith(before) || !phrase.endsWith(after)) return [];
  const left = phrase.slice(before.length, phrase.length - after.length).trim();
  return left === "" || before.length + after.length > phrase.length ? [] : [{ slot, left }];
}
