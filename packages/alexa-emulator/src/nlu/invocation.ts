import type { InvocationWords } from "../languages/language.ts";
import { part, type Utterance, utterance, words } from "./utterance.ts";

/** A skill called by its name. */
export interface Invocation {
  /** The ways to read the request said in the same breath; none where the skill was only opened. */
  readonly requests: readonly Utterance[];
  /** A verb such as "open" or "ask" stands before the name: nobody but Alexa can be meant. */
  readonly isAddressed: boolean;
}

/** Reads "open example support", "ask example support to …", "… with example support"; undefined for the rest. */
export function readInvocation(
  said: Utterance,
  invocationName: string,
  language: InvocationWords,
): Invocation | undefined {
  const name = words(invocationName);
  const core = withoutFrame(said, language);
  for (const start of occurrences(core, name)) {
    const before = withoutEnd(part(core, 0, start), language.articles);
    const after = part(core, start + name.length);
    const invocation = around(before, after, language);
    if (invocation) return invocation;
  }
  return undefined;
}

function around(
  before: Utterance,
  after: Utterance,
  language: InvocationWords,
): Invocation | undefined {
  const isVerb = language.verbs.some((verb) => sameWords(before, verb));
  if (after.tokens.length === 0) {
    if (isVerb || before.tokens.length === 0) return { requests: [], isAddressed: isVerb };
    return requestBefore(before, language);
  }
  return isVerb ? { requests: requestsAfter(after, language), isAddressed: true } : undefined;
}

/** "call billing" in "call billing with example support". */
function requestBefore(before: Utterance, language: InvocationWords): Invocation | undefined {
  const request = withoutEnd(before, language.trailing);
  const found = request !== before && request.tokens.length > 0;
  return found ? { requests: [request], isAddressed: false } : undefined;
}

/** "about my bill" can be the request itself, or "my bill" with a connective before it. */
function requestsAfter(after: Utterance, language: InvocationWords): Utterance[] {
  const starts = new Set([0, ...language.connectives.map((each) => startLength(after, each))]);
  return [...starts].map((start) => part(after, start)).filter(({ tokens }) => tokens.length > 0);
}

/** "Alexa, stop" is "stop": in a session the wake word only adds attention. */
export function withoutWakeWord(said: Utterance, { wakeWords }: InvocationWords): Utterance {
  const length = Math.max(0, ...wakeWords.map((each) => startLength(said, each)));
  return length < said.tokens.length ? part(said, length) : said;
}

/** Takes the wake word and the politeness away. */
function withoutFrame(said: Utterance, language: InvocationWords): Utterance {
  const addressed = withoutWakeWord(said, language);
  const opening = Math.max(0, ...language.openings.map((each) => startLength(addressed, each)));
  return withoutEnd(part(addressed, opening), language.closings);
}

function withoutEnd(said: Utterance, phrases: readonly string[]): Utterance {
  const length = Math.max(0, ...phrases.map((phrase) => endLength(said, phrase)));
  return length === 0 ? said : part(said, 0, said.tokens.length - length);
}

/** How many words of the utterance's start are this phrase; 0 where it starts otherwise. */
function startLength(said: Utterance, phrase: string): number {
  const { length } = words(phrase);
  return sameWords(part(said, 0, length), phrase) ? length : 0;
}

function endLength(said: Utterance, phrase: string): number {
  const { length } = words(phrase);
  return sameWords(part(said, Math.max(0, said.tokens.length - length)), phrase) ? length : 0;
}

function sameWords(said: Utterance, phrase: string): boolean {
  const expected = utterance(phrase).tokens;
  return (
    said.tokens.length === expected.length &&
    expected.every(({ word }, index) => said.tokens[index]?.word === word)
  );
}

function occurrences({ tokens }: Utterance, name: readonly string[]): number[] {
  return [...tokens.keys()].filter((start) =>
    name.every((word, index) => tokens[start + index]?.word === word),
  );
}
