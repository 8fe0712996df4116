import { readFileSync } from "node:fs";
import { slotsIn } from "../../skill-package-lint/samples.ts";

/** A slot of an intent, and what is left of a phrase in it. */
export interface Swallowed {
  readonly intent: string;
  readonly slot: string;
  readonly left: string;
}

/** A sample with one slot: the words before it and after it. */
interface Carrier {
  readonly intent: string;
  readonly slot: string;
  readonly before: string;
  readonly after: string;
  /** The sample counts while this slot is asked for; without one, always. */
  readonly while?: string;
}

interface Intent {
  readonly name: string;
  readonly samples: readonly string[];
  readonly slots?: readonly { readonly name: string; readonly samples?: readonly string[] }[];
}

type Swallowing = (phrase: string, asked?: string) => readonly Swallowed[];

const known = new Map<string, Swallowing>();

/** What the samples of a locale make of phrases, those of every intent that has slots, while a slot is asked for. */
export function swallowing(locale: string): Swallowing {
  const swallow = known.get(locale) ?? swallowingBy(intentsOf(locale).flatMap(carriersOf));
  known.set(locale, swallow);
  return swallow;
}

/** Each phrase is split once, whatever is asked; the same words in the same slot count once. */
function swallowingBy(carriers: readonly Carrier[]): Swallowing {
  const split = new Map<string, readonly (readonly [Carrier, Swallowed])[]>();
  return (phrase, asked) => {
    const all = split.get(phrase) ?? carriers.flatMap((carrier) => swallowedBy(carrier, phrase));
    split.set(phrase, all);
    const counting = all.filter(([carrier]) => [undefined, asked].includes(carrier.while));
    const unique = new Map(
      counting.map(([, each]) => [`${each.intent} ${each.slot} ${each.left}`, each]),
    );
    return [...unique.values()];
  };
}

function intentsOf(locale: string): readonly Intent[] {
  const file = `../../skill-package/interactionModels/custom/${locale}.json`;
  return JSON.parse(readFileSync(file, "utf8")).interactionModel.languageModel.intents;
}

/** While a slot is asked for, it takes whatever is said, too. */
function carriersOf({ name: intent, samples, slots = [] }: Intent): readonly Carrier[] {
  return [
    ...samples.flatMap((text) => carrierOf(text, { intent })),
    ...slots.flatMap(({ name, samples: own = [] }) =>
      [...own, `{${name}}`].flatMap((text) => carrierOf(text, { intent, while: name })),
    ),
  ];
}

function carrierOf(sample: string, facts: Pick<Carrier, "intent" | "while">): Carrier[] {
  const [slot, ...more] = slotsIn(sample);
  if (slot === undefined || more.length > 0) return [];
  const [before = "", after = ""] = sample.split(`{${slot}}`);
  return [{ ...facts, slot, before, after }];
}

function swallowedBy(carrier: Carrier, phrase: string): (readonly [Carrier, Swallowed])[] {
  const { intent, slot, before, after } = carrier;
  if (!phrase.startsWith(before) || !phrase.endsWith(after)) return [];
  const left = phrase.slice(before.length, phrase.length - after.length).trim();
  const isTooLong = before.length + after.length > phrase.length;
  return left === "" || isTooLong ? [] : [[carrier, { intent, slot, left }]];
}
