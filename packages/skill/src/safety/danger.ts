import { type EndsOf, eachPlace, matcher, mostWords } from "./matcher.ts";
import { type Pattern, patternReader } from "./pattern.ts";
import type { SafetyGrammar } from "./safety-grammar.ts";
import { spokenWords } from "./spoken-words.ts";
import { tellingWordsFinder } from "./telling-words.ts";

/** `emergency` needs 911, `crisis` (somebody may harm themselves) 988 and 911. */
export const dangers = ["emergency", "crisis"] as const;
export type Danger = (typeof dangers)[number];

/** `isSure` unless the caller has to be asked. */
export interface DangerHeard {
  readonly danger: Danger;
  readonly isSure: boolean;
}

/** Listens for danger in a phrase; `undefined` where it is harmless. */
export type DangerEar = (phrase: string, expected?: ExpectedAnswer) => DangerHeard | undefined;

/** What a phrase answers, as far as it matters here. */
export type ExpectedAnswer = "name" | "account-id" | "words";

/** What a phrase, or the beginning of one, comes to. */
type Meaning = Danger | "doubtful" | "nothing";
const gravest: readonly Meaning[] = ["crisis", "emergency", "doubtful", "nothing"];

/** A pattern, and what it means. */
interface Telling {
  readonly meaning: Meaning;
  readonly pattern: Pattern;
  /** Clear also among words that nobody expected. */
  readonly isClause: boolean;
}

interface Patterns {
  readonly fillers: readonly Pattern[];
  readonly harmless: readonly Pattern[];
  /** Those that may match a phrase of these words. */
  tellingFor(words: readonly string[]): readonly Telling[];
}

/** Reads a grammar once, then listens. */
export function createDangerEar(grammar: SafetyGrammar): DangerEar {
  const carriers = grammar.carriers.map((carrier) => spokenWords(carrier, grammar.rewrites));
  const longestCarrier = Math.max(...carriers.map(({ length }) => length));
  const patterns = readPatterns(grammar, new Set(carriers.flat()));
  const names = new Set(grammar.names);
  return (phrase, expected = "words") => {
    const words = spokenWords(phrase, grammar.rewrites).slice(0, mostWords - longestCarrier);
    const telling = patterns.tellingFor(words);
    if (telling.length === 0) return undefined;
    const listening = { words, telling, patterns, endsOf: matcher(words) };
    const asItIs = wholeMeaning(listening);
    const meaning = asItIs === "nothing" ? wholeMeaning(listening, carriers) : asItIs;
    if (meaning !== "emergency" && meaning !== "crisis") return inDoubt(listening, meaning);
    return { danger: meaning, isSure: expected !== "name" || !names.has(words.join(" ")) };
  };
}

/** What is not clear as a whole may hold a call for help all the same. */
function inDoubt(
  { words, telling, patterns, endsOf }: Listening,
  meaning: Meaning,
): DangerHeard | undefined {
  const isAnywhere = (pattern: Pattern) => words.some((_, at) => endsOf(pattern, at) !== 0);
  if (patterns.harmless.some(isAnywhere)) return undefined;
  if (meaning === "doubtful") return { danger: "emergency", isSure: false };
  const clauses = telling.filter(({ isClause, pattern }) => isClause && isAnywhere(pattern));
  if (clauses.length === 0) return undefined;
  const isCrisis = clauses.some((clause) => clause.meaning === "crisis");
  return { danger: isCrisis ? "crisis" : "emergency", isSure: false };
}

function readPatterns(grammar: SafetyGrammar, common: ReadonlySet<string>): Patterns {
  const read = patternReader(grammar.classes);
  const readAll = (sources: readonly string[], facts: Omit<Telling, "pattern">) =>
    sources.map((source) => ({ ...facts, pattern: read(source) }));
  const dangers = [
    ["crisis", grammar.crisis] as const,
    ...Object.values(grammar.emergency).map((each) => ["emergency", each] as const),
  ];
  const telling = [
    ...dangers.flatMap(([meaning, { clauses, alone }]) => [
      ...readAll(clauses, { meaning, isClause: true }),
      ...readAll(alone, { meaning, isClause: false }),
    ]),
    ...readAll(grammar.doubtful, { meaning: "doubtful", isClause: false }),
  ];
  return {
    fillers: grammar.fillers.map(read),
    harmless: grammar.harmless.map(read),
    tellingFor: byWords(telling, common),
  };
}

/** Most phrases have no word that could mean danger; the others have few. */
function byWords(telling: readonly Telling[], common: ReadonlySet<string>): Patterns["tellingFor"] {
  const { ofWord, ofStem } = indexOf(telling, common);
  const everywhere = [...common].flatMap((word) => ofWord.get(word) ?? []);
  return (words) => {
    const stems = [...ofStem.keys()].filter((stem) => words.some((word) => word.startsWith(stem)));
    const found = [
      ...words.flatMap((word) => ofWord.get(word) ?? []),
      ...stems.flatMap((stem) => ofStem.get(stem) ?? []),
    ];
    return [...new Set([...everywhere, ...found])];
  };
}

function indexOf(telling: readonly Telling[], common: ReadonlySet<string>) {
  const tellingWords = tellingWordsFinder(common);
  const ofWord = new Map<string, Telling[]>();
  const ofStem = new Map<string, Telling[]>();
  for (const each of telling)
    for (const part of tellingWords(each.pattern)) {
      if (part.type === "stem") add(ofStem, part.stem, each);
      else if (part.type === "word") add(ofWord, part.word, each);
      else for (const word of part.words) add(ofWord, word, each);
    }
  return { ofWord, ofStem };
}

function add(index: Map<string, Telling[]>, key: string, telling: Telling): void {
  const others = index.get(key);
  if (others) others.push(telling);
  else index.set(key, [telling]);
}

interface Listening {
  readonly words: readonly string[];
  readonly telling: readonly Telling[];
  readonly patterns: Patterns;
  readonly endsOf: EndsOf;
}

/**
 * What the words mean, behind one of the carriers if need be, when every one of them is understood; the gravest way
 * to understand them counts.
 */
function wholeMeaning(
  { words, telling, patterns, endsOf }: Listening,
  carriers: readonly (readonly string[])[] = [],
): Meaning {
  const upTo: (Meaning | undefined)[] = ["nothing"];
  const note = (ends: readonly number[], meaning: Meaning) => {
    for (const end of ends) upTo[end] = graver(upTo[end], meaning);
  };
  for (const carrier of carriers) {
    const endsBehind = matcher([...carrier, ...words]);
    for (const { meaning, pattern } of telling) {
      const ends = eachPlace(endsBehind(pattern, 0)).map((end) => end - carrier.length);
      note(ends.filter(isBehindSomething), meaning);
    }
  }
  for (const at of words.keys()) {
    const before = upTo[at];
    if (before === undefined) continue;
    for (const filler of patterns.fillers) note(eachPlace(endsOf(filler, at)), before);
    for (const { meaning, pattern } of telling)
      note(eachPlace(endsOf(pattern, at)), graver(before, meaning));
  }
  return upTo[words.length] ?? "nothing";
}

function isBehindSomething(end: number): boolean {
  return end > 0;
}

function graver(one: Meaning | undefined, other: Meaning): Meaning {
  return gravest.find((meaning) => meaning === one || meaning === other) ?? other;
}
