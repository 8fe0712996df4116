import { crossed, type Grammar } from "../grammar/grammar.ts";
import type { SlotPhrases } from "./slot-phrases.ts";
import { takesAnyWords } from "./slot-type.ts";

/** So many phrases of each role are combined; of three fields at once only the first ones. */
const ofTwo = { statements: 6, tails: 18 } as const;
const ofThree = { statements: 4, tails: 1 } as const;

type Limits = typeof ofTwo | typeof ofThree;

/** Samples that say several things at once, as people of a language put them: two fields, or three. */
export function combinations(all: readonly SlotPhrases[], grammar: Grammar): string[] {
  const combined = all.filter(({ field }) => !takesAnyWords(field));
  const reason = combined.find(({ field }) => field.kind === "reason");
  const others = combined.filter((each) => each !== reason);
  const pairs = pairsOf(others);
  return [
    ...others.flatMap((one) => (reason ? reasonWithOne(reason, one, grammar) : [])),
    ...pairs.flatMap((pair) => (reason ? reasonWithTwo(reason, pair, grammar) : [])),
    ...pairs.flatMap((pair) => twoWithoutReason(pair, grammar)),
  ];
}

/** "call billing for Ana", "my name is Ana and i'm calling about billing". */
function reasonWithOne(reason: SlotPhrases, one: SlotPhrases, { and }: Grammar): string[] {
  const why = limited(reason, ofTwo);
  const who = limited(one, ofTwo);
  return [
    ...crossed(reason.joined, who.tails),
    ...crossed(reason.joined, who.statements),
    ...crossed(
      who.statements,
      why.statements.map((statement) => `${and} ${statement}`),
    ),
    ...crossed(who.statements, why.statements.slice(0, 1)),
    ...crossed(who.statements, why.tails),
    ...crossed(why.statements.slice(1), who.tails),
  ];
}

/** "call billing for Ana account 1 2 3", "my name is Ana my account is 1 2 3 and it's about billing". */
function reasonWithTwo(
  reason: SlotPhrases,
  [one, other]: readonly [SlotPhrases, SlotPhrases],
  { and }: Grammar,
): string[] {
  const why = limited(reason, ofThree);
  const first = limited(one, ofThree);
  const second = limited(other, ofThree);
  const joined = (texts: readonly string[]) => texts.map((text) => `${and} ${text}`);
  return [
    ...crossed(crossed(reason.joined, first.tails), second.tails),
    ...crossed(crossed(reason.joined, first.statements), joined(second.statements)),
    ...crossed(crossed(first.statements, second.statements), joined(why.statements)),
    ...crossed(crossed(first.statements, second.tails), why.tails),
  ];
}

/** "my name is Ana and my account is 1 2 3", "this is Ana account 1 2 3", "call for Ana account 1 2 3". */
function twoWithoutReason(
  [one, other]: readonly [SlotPhrases, SlotPhrases],
  { and, call }: Grammar,
): string[] {
  const first = limited(one, ofTwo);
  const second = limited(other, ofTwo);
  return [
    ...crossed(
      first.statements.slice(0, 4),
      second.statements.map((text) => `${and} ${text}`),
    ),
    ...crossed(first.statements.slice(0, 4), second.tails.slice(0, 3)),
    ...crossed(crossed([call], first.tails.slice(0, 1)), second.tails.slice(0, 2)),
  ];
}

function limited(phrases: SlotPhrases, limits: Limits) {
  return {
    statements: phrases.statements.slice(0, limits.statements),
    tails: phrases.tails.slice(0, limits.tails),
  };
}

function pairsOf<Item>(items: readonly Item[]): (readonly [Item, Item])[] {
  return items.flatMap((one, index) =>
    items.slice(index + 1).map((other): readonly [Item, Item] => [one, other]),
  );
}
