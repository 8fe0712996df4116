import { eachPlace, matcher, mostWords } from "./matcher.ts";
import { type Pattern, patternReader } from "./pattern.ts";
import type { SafetyGrammar } from "./safety-grammar.ts";
import { spokenWords } from "./spoken-words.ts";
import {
  carriersOf,
  type TellingIndex,
  type TellingSource,
  tellingIndexOf,
  tellingSources,
} from "./telling-index.ts";

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

interface Telling extends TellingSource {
  readonly pattern: Pattern;
}

/** The patterns of a grammar, each read when a phrase first needs it: few phrases need any. */
interface Patterns {
  readonly fillers: () => readonly Pattern[];
  readonly harmless: () => readonly Pattern[];
  readonly longAgo: () => readonly Pattern[];
  /** Those that may match a phrase of these words. */
  readonly tellingFor: (words: readonly string[]) => readonly Telling[];
}

/** @param index which may be made at build time */
export function createDangerEar(
  grammar: SafetyGrammar,
  index: TellingIndex = tellingIndexOf(grammar),
): DangerEar {
  const carriers = carriersOf(grammar);
  const longestCarrier = Math.max(...carriers.map(({ length }) => length));
  const patterns = patternsOf(grammar, { index, common: new Set(carriers.flat()) });
  const names = new Set(grammar.names);
  const conjunctions = new Set(grammar.conjunctions);
  return (phrase, expected = "words") => {
    const spoken = spokenWords(phrase, grammar.rewrites).slice(0, mostWords - longestCarrier);
    if (patterns.tellingFor(spoken).length === 0) return undefined;
    const words = withoutLookAlikes(spoken, patterns.harmless());
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
  if (patterns.longAgo().some(isAnywhere)) return undefined;
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

interface Indexed {
  readonly index: TellingIndex;
  /** Words of carriers, which are in every phrase that is looked at behind one. */
  readonly common: ReadonlySet<string>;
}

function patternsOf(grammar: SafetyGrammar, { index, common }: Indexed): Patterns {
  const read = patternReader(grammar.classes);
  const sources = tellingSources(grammar);
  const known = new Map<number, Telling>();
  const tellingAt = (at: number): Telling[] => {
    const source = sources[at];
    if (source === undefined) return [];
    const telling = known.get(at) ?? { ...source, pattern: read(source.source) };
    known.set(at, telling);
    return [telling];
  };
  const placesFor = placesByWords(index, common);
  return {
    fillers: lazily(() => grammar.fillers.map(read)),
    harmless: lazily(() => [...grammar.harmless, ...grammar.denials].map(read)),
    longAgo: lazily(() => grammar.longAgo.map(read)),
    tellingFor: (words) => placesFor(words).flatMap(tellingAt),
  };
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Most phrases have no word that could mean danger; the others have few. */
function placesByWords(
  index: TellingIndex,
  common: ReadonlySet<string>,
): (words: readonly string[]) => readonly number[] {
  const [ofWord, ofStem] = [new Map(index.ofWord), new Map(index.ofStem)];
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
  const fillers = patterns.fillers();
  const upTo: (Meaning | undefined)[] = ["nothing"];
  const note = (ends: readonly number[], meaning: Meaning) => {
    for (const end of ends) upTo[end] = graver(upTo[end], meaning);
  };
  for (const at of words.keys()) {
    const before = upTo[at];
    if (before === undefined) continue;
    for (const filler of fillers) note(eachPlace(endsOf(filler, at)), before);
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

/** The one of the two that needs more. */
export function graver<M extends Meaning>(one: M | undefined, other: M): M {
  return one !== undefined && gravest.indexOf(one) < gravest.indexOf(other) ? one : other;
}
