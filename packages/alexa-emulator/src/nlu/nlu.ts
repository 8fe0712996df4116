import type { Language } from "../languages/language.ts";
import type { IntentModel, InteractionModel } from "../model/interaction-model.ts";
import { parseSample, type SamplePart } from "../model/sample.ts";
import { matchSample, type SampleMatch } from "./match-sample.ts";
import type { SlotWords, TakeSlotWords } from "./slot-words.ts";
import { type Utterance, wordKey } from "./utterance.ts";

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

/** Alexa stops listening long before. */
const mostWords = 60;

interface Sample {
  readonly intent: IntentModel;
  readonly parts: readonly SamplePart[];
  /** Set on samples that only count while Alexa asks for this slot. */
  readonly slot?: string;
}

/**
 * Understands by the interaction model alone, the same way each time:
 * 1. the exact utterance of a built-in intent that the model declares;
 * 2. the sample with the highest score, and of equals the first in the model;
 * 3. AMAZON.FallbackIntent.
 */
export function understandBy(
  model: InteractionModel,
  language: Language,
  takeSlotWords: TakeSlotWords,
): Understand {
  const builtIns = builtInUtterances(model, language);
  const samples = model.intents.flatMap(samplesOf);
  const hasFallback = model.intents.some(({ name }) => name === fallbackIntent);

  return (said, asked) => {
    const builtIn = builtIns.get(wordKey(said));
    if (builtIn) return { intent: builtIn, slots: {}, score: Number.POSITIVE_INFINITY };
    const isTooLong = said.tokens.length > mostWords;
    const readings = isTooLong ? [] : samples.map((each) => read(each, said, takeSlotWords, asked));
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

function read(
  { intent, parts, slot: answerFor }: Sample,
  said: Utterance,
  takeSlotWords: TakeSlotWords,
  asked: AskedSlot | undefined,
): Understanding | undefined {
  const isAnswer = answerFor !== undefined;
  if (isAnswer && !(asked?.intent === intent.name && asked.slot === answerFor)) return undefined;
  const match = matchSample(parts, said, (slot, words) =>
    takeSlotWords(typeOf(slot, intent), words),
  );
  if (!match || (!isAnswer && isGuess(parts, match))) return undefined;
  const score = match.score + (isAnswer ? askedBonus : 0);
  return { intent: intent.name, slots: match.slots, score };
}

/** A sample without a word of its own would take anything that anybody says. */
function isGuess(parts: readonly SamplePart[], { slots }: SampleMatch): boolean {
  const hasWords = parts.some(({ kind }) => kind === "word");
  return !hasWords && Object.values(slots).some(({ certainty }) => certainty === "open");
}

function typeOf(slot: string, { slots }: IntentModel): string {
  return slots.find(({ name }) => name === slot)?.type ?? "";
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

function samplesOf(intent: IntentModel): Sample[] {
  const ofSlots = intent.slots.flatMap((slot) => [
    { intent, slot: slot.name, parts: parseSample(`{${slot.name}}`) },
    ...slot.samples.map((text) => ({ intent, slot: slot.name, parts: parseSample(text) })),
  ]);
  return [...intent.samples.map((text) => ({ intent, parts: parseSample(text) })), ...ofSlots];
}
