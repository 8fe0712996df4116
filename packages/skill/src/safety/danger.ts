import { eachPlace, matcher, mostWords } from "./matcher.ts";
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
  readonly longAgo: readonly Pattern[];
  /** Those that may match a phrase of these words. */
  tellingFor(words: readonly string[]): readonly Telling[];
}

/** Reads a grammar once, then listens. */
export function createDangerEar(grammar: SafetyGrammar): DangerEar {
  const carriers = grammar.carriers.map((carrier) => spokenWords(carrier, grammar.rewrites));
  const longestCarrier = Math.max(...carriers.map(({ length }) => length));
  const patterns = readPatterns(grammar, new Set(carriers.flat()));
  const names = new Set(grammar.names);
  const conjunctions = new Set(grammar.conjunctions);
  return (phrase, expected = "words") => {
    const spoken = spokenWords(phrase, grammar.rewrites).slice(0, mostWords - longestCarrier);
    if (patterns.tellingFor(spoken).length === 0) return undefined;
    const words = withoutLookAlikes(spoken, patterns.harmless);
    const listening = { words, telling: patterns.tellingFor(words), patterns };
    const asItIs = wholeMeaning(listening);
    const meaning = asItIs === "nothing" ? wholeMeaning(listening, carriers) : asItIs;
    if (isClear(meaning)) {
      return { danger: meaning, isSure: expected !== "name" || !names.has(words.join(" ")) };
    }
    return inDoubt(listening, { meaning, conjunctions });
  };
}

/** Stands for what was left out: no pattern has it. */
const gap = "\u2026";

function withoutLookAlikes(
  words: readonly string[],
  harmless: readonly Pattern[],
): readonly string[] {
  const endsOf = matcher(words);
  const left = [...words];
  for (const at of words.keys()) {
    const ends = harmless.flatMap((pattern) => eachPlace(endsOf(pattern, at)));
    if (ends.length > 0) left.fill(gap, at, Math.max(...ends));
  }
  return left;
}

interface Doubt {
  readonly meaning: Meaning;
  readonly conjunctions: ReadonlySet<string>;
}

/** What is not clear as a whole may have a clause that is, or hold one among other words. */
function inDoubt(listening: Listening, { meaning, conjunctions }: Doubt): DangerHeard | undefined {
  const { words, telling, patterns } = listening;
  const endsOf = matcher(words);
  const isAnywhere = (pattern: Pattern) => words.some((_, at) => endsOf(pattern, at) !== 0);
  if (patterns.longAgo.some(isAnywhere)) return undefined;
  const clause = clausesOf(words, conjunctions)
    .map((part) => wholeMeaning({ ...listening, words: part }))
    .find(isClear);
  if (clause) return { danger: clause, isSure: true };
  if (meaning === "doubtful") return { danger: "emergency", isSure: false };
  const held = telling.filter(({ isClause, pattern }) => isClause && isAnywhere(pattern));
  if (held.length === 0) return undefined;
  const isCrisis = held.some((each) => each.meaning === "crisis");
  return { danger: isCrisis ? "crisis" : "emergency", isSure: false };
}

function isClear(meaning: Meaning): meaning is Danger {
  return meaning === "emergency" || meaning === "crisis";
}

/** The words between the conjunctions, where there are some. */
function clausesOf(
  words: readonly string[],
  conjunctions: ReadonlySet<string>,
): readonly (readonly string[])[] {
  const cuts = words.flatMap((word, at) => (conjunctions.has(word) ? [at] : []));
  if (cuts.length === 0) return [];
  const starts = [0, ...cuts.map((at) => at + 1)];
  return starts.map((start, part) => words.slice(start, cuts[part] ?? words.length));
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
    longAgo: grammar.longAgo.map(read),
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
}

/**
 * What the words mean, behind one of the carriers if need be, when every one of them is understood; the gravest way
 * to understand them counts.
 */
function wholeMeaning(
  { words, telling, patterns }: Listening,
  carriers: readonly (readonly string[])[] = [],
): Meaning {
  const endsOf = matcher(words);
  const upTo: (Meaning | undefined)[] = ["nothing"];
  const note = (ends: readonly number[], meaning: Meaning) => {
    for (const end of ends) upTo[end] = graver(upTo[end], meaning);
  };
  for (const at of words.keys()) {
    const before = upTo[at];
    if (before === undefined) continue;
    for (const filler of patterns.fillers) note(eachPlace(endsOf(filler, at)), before);
    for (const { meaning, pattern } of telling)
      note(eachPlace(endsOf(pattern, at)), graver(before, meaning));
    if (before === "nothing")
      for (const { end, meaning } of behindCarriers(
        { words: words.slice(at), telling, patterns },
        carriers,
      ))
        note([at + end], meaning);
  }
  return upTo[words.length] ?? "nothing";
}

/** What the first words mean behind one of the carriers, and where that ends. */
function behindCarriers(
  { words, telling }: Listening,
  carriers: readonly (readonly string[])[],
): readonly { readonly end: number; readonly meaning: Meaning }[] {
  return carriers.flatMap((carrier) => {
    const endsOf = matcher([...carrier, ...words]);
    return telling.flatMap(({ meaning, pattern }) =>
      eachPlace(endsOf(pattern, 0))
        .map((end) => ({ end: end - carrier.length, meaning }))
        .filter(({ end }) => end > 0),
    );
  });
}

function graver(one: Meaning | undefined, other: Meaning): Meaning {
  return gravest.find((meaning) => meaning === one || meaning === other) ?? other;
}
