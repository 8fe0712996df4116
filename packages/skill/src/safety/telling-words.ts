import type { Pattern } from "./pattern.ts";

/** Patterns of one word; one of them is in every phrase that some pattern matches. */
export type TellingWords = readonly Extract<
  Pattern,
  { readonly type: "word" | "words" | "stem" }
>[];

/**
 * Finds the words without which a pattern of one reader cannot match; if possible such that are not common.
 * @throws {SyntaxError} when a pattern matches phrases of any words
 */
export function tellingWordsFinder(
  common: ReadonlySet<string>,
): (pattern: Pattern) => TellingWords {
  const known = new Map<number, TellingWords | undefined>();
  const find = (part: Pattern): TellingWords | undefined => {
    if (!known.has(part.id)) known.set(part.id, ofPart(part));
    return known.get(part.id);
  };
  const ofPart = (part: Pattern): TellingWords | undefined => {
    switch (part.type) {
      case "word":
      case "words":
      case "stem":
        return [part];
      case "choice":
        return joined(part.options.map(find));
      case "sequence":
        return better([find(part.first), find(part.rest)], common);
      default:
        return undefined;
    }
  };
  return (pattern) => {
    const found = find(pattern);
    if (found === undefined) throw new SyntaxError("a pattern that any words match");
    return found;
  };
}

function joined(all: readonly (TellingWords | undefined)[]): TellingWords | undefined {
  const known = all.filter((each) => each !== undefined);
  return known.length < all.length ? undefined : known.flat();
}

function better(
  both: readonly (TellingWords | undefined)[],
  common: ReadonlySet<string>,
): TellingWords | undefined {
  const known = both.filter((each) => each !== undefined);
  const [one, other = one] = known;
  if (one === undefined || other === undefined) return one;
  return commonness(one, common) <= commonness(other, common) ? one : other;
}

/** Common words count most, then how many there are. */
function commonness(telling: TellingWords, common: ReadonlySet<string>): number {
  let sum = 0;
  for (const part of telling) {
    if (part.type === "word") sum += common.has(part.word) ? 1000 : 1;
    else if (part.type === "stem") sum += 1;
    else sum += part.words.size + (isAnyIn(common, part.words) ? 1000 : 0);
  }
  return sum;
}

function isAnyIn(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const word of some) if (others.has(word)) return true;
  return false;
}
