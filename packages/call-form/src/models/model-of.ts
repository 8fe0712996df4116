import type { CallForm } from "../form/call-form.ts";
import type { Field } from "../form/field.ts";
import type { ValueWords, Words } from "../form/words.ts";
import { grammarOf } from "../grammar/grammar-of.ts";
import { languageWordsOf } from "../sentences/language-words-of.ts";
import { combinations } from "./combinations.ts";
import { dialogOf, promptsOf } from "./dialog.ts";
import type { IntentModel, InteractionModel, SlotTypeModel } from "./interaction-model.ts";
import { type SlotPhrases, slotPhrasesOf } from "./slot-phrases.ts";
import { slotTypeOf } from "./slot-type.ts";
import { spokenForm } from "./spoken-form.ts";

/** The intent that gathers: its slots are the fields of the form. */
export const callIntentName = "CallIntent";

/** Answered at any point of every conversation; their samples are Alexa's own. */
const builtIn = ["Cancel", "Help", "Stop", "NavigateHome", "Fallback", "Yes", "No", "Repeat"];

/**
 * The interaction model of one locale of a form: what callers can say, and how Alexa would ask. `first` are intents
 * that any skill has, whatever it asks: an utterance of theirs is taken from all others.
 */
export function interactionModelOf(
  form: CallForm,
  words: Words,
  first: readonly IntentModel[] = [],
): InteractionModel {
  const phrases = form.fields.map((field) => slotPhrasesOf(field, words));
  const intents = withoutRepetitions([
    ...first,
    callIntent(phrases, words),
    dontKnowIntent(form, words),
    ...[...builtIn, "StartOver"].map((name) => ({ name: `AMAZON.${name}Intent`, samples: [] })),
  ]);
  return {
    interactionModel: {
      languageModel: {
        invocationName: words.company.invocationName,
        intents,
        types: slotTypesOf(form, words),
      },
      dialog: dialogOf(form),
      prompts: promptsOf(form, words),
    },
  };
}

function callIntent(phrases: readonly SlotPhrases[], { language }: Words): IntentModel {
  const grammar = grammarOf(language);
  const alone = phrases.flatMap(({ wishes, statements, others, corrections }) => [
    ...[...wishes, ...statements, ...others, ...corrections],
  ]);
  return {
    name: callIntentName,
    slots: phrases.map(({ field, answers }) => ({
      name: field.id,
      type: slotTypeOf(field),
      samples: answers,
    })),
    samples: [...grammar.calls, ...alone, ...combinations(phrases, grammar)],
  };
}

function dontKnowIntent({ fields }: CallForm, words: Words): IntentModel {
  const grammar = grammarOf(words.language);
  const { noun } = languageWordsOf(words.language);
  const skippable = fields.filter((each) => each.skippable && each.kind !== "reason");
  const called = skippable.flatMap(({ id }) => words.fields[id]?.called ?? []);
  const samples = called.flatMap((each) => grammar.dontKnowOf(noun(each)));
  return { name: "DontKnowIntent", slots: [], samples: [...grammar.dontKnow, ...samples] };
}

function slotTypesOf({ fields, reasons }: CallForm, words: Words): SlotTypeModel[] {
  const ofReasons = Object.fromEntries(reasons.map((id) => [id, words.reasons[id]])) as Readonly<
    Record<string, ValueWords>
  >;
  const types = fields.flatMap((field): SlotTypeModel[] => {
    const values = field.kind === "reason" ? ofReasons : words.fields[field.id]?.choices;
    if (values === undefined || !isOfForm(field)) return [];
    return [
      {
        name: slotTypeOf(field),
        values: Object.entries(values).map(([id, { name, synonyms }]) => ({
          id,
          name: { value: name, synonyms: distinct(synonyms) },
        })),
      },
    ];
  });
  return types.filter(({ name }, index) => types.findIndex((each) => each.name === name) === index);
}

/** Whether the values of a field are the form's own, so that its slot type stands in the model. */
function isOfForm({ kind }: Field): boolean {
  return kind === "reason" || kind === "choice" || kind === "yes-no";
}

/**
 * Every utterance once in the whole model, for the intent that comes first. What a slot may be answered with adds
 * nothing where the whole intent has it already.
 */
function withoutRepetitions(intents: readonly IntentModel[]): IntentModel[] {
  const types = new Map(
    intents.flatMap(({ slots = [] }) => slots.map(({ name, type }) => [name, type] as const)),
  );
  const heard = (sample: string) =>
    spokenForm(sample.replace(/\{(\w+)\}/g, (_, name) => `{${types.get(name)}}`));
  const said = new Set<string>();
  const isNew = (sample: string) => {
    const key = heard(sample);
    const first = !said.has(key);
    said.add(key);
    return first;
  };
  const samplesOnce = intents.map((intent) => ({
    ...intent,
    samples: intent.samples.filter(isNew),
  }));
  return samplesOnce.map(({ name, slots, samples }) => ({
    name,
    ...(slots && { slots: slots.map((slot) => withoutKnown(slot, said, heard)) }),
    samples,
  }));
}

function withoutKnown<Slot extends { readonly samples?: readonly string[] }>(
  slot: Slot,
  said: ReadonlySet<string>,
  heard: (sample: string) => string,
): Slot {
  const { samples = [] } = slot;
  const first = new Map(
    samples.map((sample) => [heard(sample), sample]).reverse() as [string, string][],
  );
  return {
    ...slot,
    samples: samples.filter((each) => first.get(heard(each)) === each && !said.has(heard(each))),
  };
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
