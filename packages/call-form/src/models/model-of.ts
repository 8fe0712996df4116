import { heardWordsOf } from "../answers/heard-words.ts";
import { asidesOf } from "../asides/asides.ts";
import type { CallForm } from "../form/call-form.ts";
import type { Field } from "../form/field.ts";
import type { ValueWords, Words } from "../form/words.ts";
import { grammarOf } from "../grammar/grammar-of.ts";
import {
  callIntentName,
  dontKnowIntentName,
  hoursIntentName,
  numberIntentName,
  waitIntentName,
  whoIntentName,
} from "../intents.ts";
import { languageWordsOf } from "../sentences/language-words-of.ts";
import { changeIntent, changeType } from "./change-intent.ts";
import { combinations } from "./combinations.ts";
import { dialogOf, promptsOf } from "./dialog.ts";
import type { IntentModel, InteractionModel, SlotTypeModel } from "./interaction-model.ts";
import { type SlotPhrases, slotPhrasesOf } from "./slot-phrases.ts";
import { correctedSlot, rejectedSlot, slotTypeOf } from "./slot-type.ts";
import { slotValue } from "./slot-value.ts";
import { spokenForm } from "./spoken-form.ts";

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
    ...asideIntents(form, words),
    changeIntent(words),
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
    slots: [
      ...phrases.map(({ field, answers }) => ({
        name: field.id,
        type: slotTypeOf(field),
        samples: answers,
      })),
      ...phrases.flatMap(({ field }) =>
        [rejectedSlot(field), correctedSlot(field)].flatMap((name) =>
          name === undefined ? [] : [{ name, type: slotTypeOf(field), samples: [] }],
        ),
      ),
    ],
    samples: [...grammar.calls, ...alone, ...combinations(phrases, grammar)],
  };
}

function dontKnowIntent({ fields }: CallForm, words: Words): IntentModel {
  const grammar = grammarOf(words.language);
  const { noun } = languageWordsOf(words.language);
  const skippable = fields.filter((each) => each.skippable && each.kind !== "reason");
  const called = skippable.flatMap(({ id }) => words.fields[id]?.called ?? []);
  const samples = called.flatMap((each) => grammar.dontKnowOf(noun(each)));
  return {
    name: dontKnowIntentName,
    slots: [],
    samples: [...grammar.dontKnow, ...refusals(words), ...samples],
  };
}

/** Whoever will not say what was asked for, in a sentence: one word may be anything. */
function refusals({ language }: Words): string[] {
  const { yes, no, stop } = asidesOf(language);
  const taken = new Set([...yes, ...no, ...stop].map(spokenForm));
  const said = heardWordsOf(language).refusals.filter((text) => text.includes(" "));
  return said.filter((text) => !taken.has(spokenForm(text)) && !alexasOwn.includes(text));
}

/** Words with which Alexa leaves a skill herself. */
const alexasOwn = ["never mind", "laisse tomber", "laissez faire"];

/** What callers say besides answering; Alexa knows her own words for her own intents. */
function asideIntents({ fields }: CallForm, { language, fields: words }: Words): IntentModel[] {
  const asides = asidesOf(language);
  const { noun } = languageWordsOf(language);
  const nouns = fields.flatMap(({ id }) => (words[id]?.called ?? []).map(noun));
  const helpOfFields = nouns.flatMap((each) => asides.helpOf(each));
  const samples: readonly (readonly [name: string, samples: readonly string[]])[] = [
    ["AMAZON.CancelIntent", []],
    ["AMAZON.HelpIntent", [...asides.help, ...helpOfFields.map((text) => text.toLowerCase())]],
    ["AMAZON.StopIntent", asides.stop],
    ["AMAZON.NavigateHomeIntent", []],
    ["AMAZON.FallbackIntent", []],
    ["AMAZON.YesIntent", asides.yes],
    ["AMAZON.NoIntent", asides.no],
    ["AMAZON.RepeatIntent", asides.repeat],
    ["AMAZON.StartOverIntent", asides.startOver],
  ];
  const own: typeof samples = [
    [waitIntentName, asides.wait],
    [hoursIntentName, asides.hours],
    [numberIntentName, asides.number],
    [whoIntentName, asides.who],
  ];
  return [
    ...own.map(([name, samples]) => ({ name, slots: [], samples })),
    ...samples.map(([name, samples]) => ({ name, samples })),
  ];
}

function slotTypesOf(form: CallForm, words: Words): SlotTypeModel[] {
  const { fields, reasons } = form;
  const ofReasons = Object.fromEntries(reasons.map((id) => [id, words.reasons[id]])) as Readonly<
    Record<string, ValueWords>
  >;
  const types = fields.flatMap((field): SlotTypeModel[] => {
    const values = field.kind === "reason" ? ofReasons : words.fields[field.id]?.choices;
    if (values === undefined || !isOfForm(field)) return [];
    return [
      {
        name: slotTypeOf(field),
        values: Object.entries(values).map(([id, { name, synonyms }]) =>
          slotValue(id, name, distinct(synonyms)),
        ),
      },
    ];
  });
  const own = types.filter(
    ({ name }, index) => types.findIndex((each) => each.name === name) === index,
  );
  return [...own, changeType(form, words)];
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
