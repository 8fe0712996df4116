import { patternReader } from "./pattern.ts";
import type { SafetyGrammar } from "./safety-grammar.ts";
import { spokenWords } from "./spoken-words.ts";
import { tellingWordsFinder } from "./telling-words.ts";

/** A pattern as it is written, and what it means. */
export interface TellingSource {
  readonly meaning: "emergency" | "crisis" | "doubtful";
  readonly source: string;
  /** Clear also among words that nobody expected. */
  readonly isClause: boolean;
}

/** Which of a grammar's telling patterns may match, by a word of the phrase. As JSON it is what it was. */
export interface TellingIndex {
  /** Places in `tellingSources`, by a whole word. */
  readonly ofWord: readonly (readonly [word: string, at: readonly number[]])[];
  /** The same, by how a word begins. */
  readonly ofStem: readonly (readonly [stem: string, at: readonly number[]])[];
}

/** All patterns of a grammar that tell of danger, always in the same order. */
export function tellingSources(grammar: SafetyGrammar): readonly TellingSource[] {
  const all = (sources: readonly string[], facts: Omit<TellingSource, "source">) =>
    sources.map((source) => ({ ...facts, source }));
  const dangers = [
    ["crisis", grammar.crisis] as const,
    ...Object.values(grammar.emergency).map((each) => ["emergency", each] as const),
  ];
  return [
    ...dangers.flatMap(([meaning, { clauses, alone }]) => [
      ...all(clauses, { meaning, isClause: true }),
      ...all(alone, { meaning, isClause: false }),
    ]),
    ...all(grammar.doubtful, { meaning: "doubtful", isClause: false }),
  ];
}

/** What the models' sample utterances keep of a phrase, as words. */
export function carriersOf({ carriers, rewrites }: SafetyGrammar): readonly (readonly string[])[] {
  return carriers.map((carrier) => spokenWords(carrier, rewrites));
}

/**
 * Reads every pattern of a grammar, which takes longer than listening with a few of them.
 * @throws {SyntaxError} when a pattern cannot be read, or matches phrases of any words
 */
export function tellingIndexOf(grammar: SafetyGrammar): TellingIndex {
  const read = patternReader(grammar.classes);
  const tellingWords = tellingWordsFinder(new Set(carriersOf(grammar).flat()));
  const ofWord = new Map<string, number[]>();
  const ofStem = new Map<string, number[]>();
  for (const [at, { source }] of tellingSources(grammar).entries())
    for (const part of tellingWords(read(source))) {
      if (part.type === "stem") add(ofStem, part.stem, at);
      else if (part.type === "word") add(ofWord, part.word, at);
      else for (const word of part.words) add(ofWord, word, at);
    }
  return { ofWord: [...ofWord], ofStem: [...ofStem] };
}

function add(index: Map<string, number[]>, key: string, at: number): void {
  const others = index.get(key);
  if (others) others.push(at);
  else index.set(key, [at]);
}
