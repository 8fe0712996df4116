import type { Language } from "../languages/language.ts";
import type { IntentModel, InteractionModel, SlotModel } from "../model/interaction-model.ts";
import { parseSample, type SamplePart } from "../model/sample.ts";
import { matchSample, type SampleMatch } from "./match-sample.ts";
import { severalValues } from "./several-values.ts";
import { isOpenList, type SlotWords, type TakeSlotWords } from "./slot-words.ts";
import { type Utterance, wordKey, words } from "./utterance.ts";

/** An utterance as the skill gets to see it. */
export interface Understanding {
  readonly intent: string;
  readonly slots: Readonly<Record<string, SlotWords>>;
  /** Comparable between the readings of one utterance; see `matchSample`. */
  readonly score: number;
}

/** The slot that Alexa asked for. */
export interface AskedSlot {
  readonly intent: string;
  readonly slot: string;
}

/** Finds the intent of an utterance; undefined where nothing fits and the model has no FallbackIntent. */
export type Understand = (said: Utterance, asked?: AskedSlot) => Understanding | undefined;

const fallbackIntent = "AMAZON.FallbackIntent";

/** An answer to Alexa's own question is a little likelier than a new request. */
const askedBonus = 2;

/** What the words of a bare slot that knows none of them count: less than any sample, more than nothing. */
export const guessScore = 0.5;

/** A bare slot guesses at short answers only. */
const mostWordsOfGuess = 4;

/** Alexa stops listening long before. */
const mostWords = 60;

interface SampleOfIntent {
  readonly intent: IntentModel;
  readonly parts: readonly SamplePart[];
  /** Set on samples that only count while Alexa asks for this slot. */
  readonly slot?: string;
}

/**
 * Understands by the interaction model alone, the same way each time:
 * 1. the exact utterance of a built-in intent that the model declares;
 * 2. the sample with the highest score, and of equals the first in the model;
 * 3. a bare slot of a built-in list (`AMAZON.City`), or of any type where there is no AMAZON.FallbackIntent;
 * 4. AMAZON.FallbackIntent.
 */
export function understandBy(
  model: InteractionModel,
  language: Language,
  takeSlotWords: TakeSlotWords,
): Understand {
  const builtIns = builtInUtterances(model, language);
  const samples = model.intents.flatMap(samplesOf);
  const { joints } = language.numbers;
  const hasFallback = model.intents.some(({ name }) => name === fallbackIntent);

  return (said, asked) => {
    const builtIn = builtIns.get(wordKey(said));
    if (builtIn) return { intent: builtIn, slots: {}, score: Number.POSITIVE_INFINITY };
    const isTooLong = said.tokens.length > mostWords;
    const reading = { said, asked, hasFallback, take: takeOnce(takeSlotWords), joints };
    const readings = isTooLong ? [] : samples.map((each) => read(each, reading));
    const fallback = { intent: fallbackIntent, slots: {}, score: 0 };
    return bestOf(readings) ?? (hasFallback ? fallback : undefined);
  };
}

/** The reading with the highest score, and of equals the first. */
export function bestOf(
  readings: readonly (Understanding | undefined)[],
): Understanding | undefined {
  return readings.reduce(
    (best, each) => (each && (!best || each.score > best.score) ? each : best),
    undefined,
  );
}

/** What is read, and what with. */
interface Reading {
  readonly said: Utterance;
  readonly asked: AskedSlot | undefined;
  readonly take: TakeSlotWords;
  /** What joins several values of one slot: "and". */
  readonly joints: readonly string[];
  readonly hasFallback: boolean;
}

function read(
  { intent, parts, slot: answerFor }: SampleOfIntent,
  reading: Reading,
): Understanding | undefined {
  const { said, asked } = reading;
  const isAnswer = answerFor !== undefined;
  if (isAnswer && !(asked?.intent === intent.name && asked.slot === answerFor)) return undefined;
  if (!mayMatch(parts, said)) return undefined;
  const match = matchSample(parts, said, (name, words) => {
    const slot = intent.slots.find((each) => each.name === name);
    return slot && takeForSlot(slot, words, { ...reading, intent });
  });
  if (!match) return undefined;
  const understanding = { intent: intent.name, slots: match.slots };
  if (!isAnswer && isGuess(parts, match)) {
    const isAllowed = said.tokens.length <= mostWordsOfGuess && mayGuess(intent, match, reading);
    return isAllowed ? { ...understanding, score: guessScore / said.tokens.length } : undefined;
  }
  // A sample that says it all is meant, whatever Alexa has asked for.
  const isExact = parts.every(({ kind }) => kind === "word");
  return { ...understanding, score: match.score + (isAnswer || isExact ? askedBonus : 0) };
}

/** Whether the sample's words at both ends are those of the utterance: most samples need no closer look. */
function mayMatch(parts: readonly SamplePart[], { tokens }: Utterance): boolean {
  const fits = (part: SamplePart | undefined, word: string | undefined) =>
    part?.kind !== "word" || part.word === word;
  return fits(parts[0], tokens[0]?.word) && fits(parts.at(-1), tokens.at(-1)?.word);
}

/** Many samples ask the same words for the same type; the words are those of one utterance. */
function takeOnce(take: TakeSlotWords): TakeSlotWords {
  const known = new Map<string, SlotWords | undefined>();
  return (type, words) => {
    const { tokens } = words;
    const key = `${type} ${tokens[0]?.start} ${tokens.at(-1)?.end}`;
    if (!known.has(key)) known.set(key, take(type, words));
    return known.get(key);
  };
}

function takeForSlot(
  { type, takesSeveral }: SlotModel,
  words: Utterance,
  { intent, ...reading }: Reading & { readonly intent: IntentModel },
): SlotWords | undefined {
  const { take, joints } = reading;
  const several = takesSeveral ? severalValues(type, words, { take, joints }) : undefined;
  const taken = several ?? take(type, words);
  return taken?.certainty === "open" && isOfAnother(words, intent, reading) ? undefined : taken;
}

/** Words that another slot of the intent knows are not any words. */
function isOfAnother(words: Utterance, { slots }: IntentModel, { take }: Reading): boolean {
  return slots.some(({ type }) => take(type, words)?.certainty === "known");
}

/** A sample without a word of its own would take anything that anybody says: half of it has to be known. */
function isGuess(parts: readonly SamplePart[], { slots }: SampleMatch): boolean {
  if (parts.some(({ kind }) => kind === "word")) return false;
  const count = (wanted: SlotWords["certainty"]) =>
    Object.values(slots)
      .filter(({ certainty }) => certainty === wanted)
      .flatMap(({ value }) => words(value)).length;
  return count("open") > count("known");
}

function mayGuess(intent: IntentModel, { slots }: SampleMatch, { hasFallback }: Reading): boolean {
  return Object.entries(slots).every(([name, { certainty }]) => {
    const type = intent.slots.find((each) => each.name === name)?.type ?? "";
    return certainty !== "open" || !hasFallback || isOpenList(type);
  });
}

function builtInUtterances(model: InteractionModel, language: Language): Map<string, string> {
  return new Map(
    model.intents
      .filter(({ name }) => name.startsWith("AMAZON."))
      .flatMap(({ name }) =>
        (language.builtInUtterances[name] ?? []).map((text): [string, string] => [
          wordKey(text),
          name,
        ]),
      ),
  );
}

function samplesOf(intent: IntentModel): SampleOfIntent[] {
  const ofSlots = intent.slots.flatMap(({ name, samples }) =>
    [parseSample(`{${name}}`), ...samples].map(({ parts }) => ({ intent, slot: name, parts })),
  );
  return [...intent.samples.map(({ parts }) => ({ intent, parts })), ...ofSlots];
}
