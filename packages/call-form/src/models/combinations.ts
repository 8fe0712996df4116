import { crossed, type Grammar } from "../grammar/grammar.ts";
import type { SlotPhrases } from "./slot-phrases.ts";
import { takesAnyWords } from "./slot-type.ts";

/** So many phrases of each role are combined. */
interface Limits {
  readonly statements: number;
  readonly tails: number;
  readonly ands: number;
}

/** For two fields at once, and for three: a long form has so many pairs that each gets only the likeliest phrases. */
const limitsOfShortForm = [
  { statements: 6, tails: 24, ands: 2 },
  { statements: 4, tails: 4, ands: 1 },
] as const;
const limitsOfLongForm = [
  { statements: 3, tails: 6, ands: 1 },
  { statements: 2, tails: 1, ands: 1 },
] as const;
const longForm = 3;

type Pair = readonly [SlotPhrases, SlotPhrases];

/** Samples that say several things at once, as people of a language put them: two fields, or three. */
export function combinations(all: readonly SlotPhrases[], grammar: Grammar): string[] {
  const combined = all.filter(({ field }) => !takesAnyWords(field));
  const reason = combined.find(({ field }) => field.kind === "reason");
  const others = combined.filter((each) => each !== reason);
  const pairs = pairsOf(others);
  const [ofTwo, ofThree] = others.length < longForm ? limitsOfShortForm : limitsOfLongForm;
  return [
    ...others.flatMap((one) => (reason ? reasonWithOne([reason, one], grammar, ofTwo) : [])),
    ...pairs.flatMap((pair) => (reason ? reasonWithTwo([reason, ...pair], grammar, ofThree) : [])),
    ...pairs.flatMap((pair) => twoWithoutReason(pair, grammar, ofTwo)),
  ];
}

/** "call billing for Ana", "my name is Ana and i'm calling about billing", "Ana about billing". */
function reasonWithOne([reason, one]: Pair, grammar: Grammar, ofTwo: Limits): string[] {
  const why = limited(reason, ofTwo);
  const who = limited(one, ofTwo);
  return [
    ...crossed(reason.joined, who.tails),
    ...crossed(reason.joined, who.statements),
    ...crossed(reason.joined, joined(who.statements, ofTwo, grammar)),
    ...crossed(who.statements, joined(why.statements, ofTwo, grammar)),
    ...crossed(who.statements, why.statements),
    ...crossed(who.statements, why.tails),
    ...crossed(why.statements, who.tails),
    ...crossed(why.statements, joined(who.statements, ofTwo, grammar)),
    ...crossed(one.bare, why.statements),
    ...crossed(one.bare, joined(why.statements, ofTwo, grammar)),
    ...crossed(who.statements, joined(reason.bare, ofTwo, grammar)),
    ...greeted(
      [
        ...crossed(who.statements, joined([...why.statements, ...reason.bare], ofTwo, grammar)),
        ...crossed(who.statements, why.statements),
      ],
      one,
      grammar,
    ),
    ...crossed(reason.bare, who.tails),
    ...crossed(reason.bare, who.statements),
  ];
}

/** "call billing for Ana account 1 2 3", "my name is Ana my account is 1 2 3 and it's about billing". */
function reasonWithTwo(
  [reason, one, other]: readonly [SlotPhrases, SlotPhrases, SlotPhrases],
  grammar: Grammar,
  ofThree: Limits,
): string[] {
  const why = limited(reason, ofThree);
  const [first, second] = [limited(one, ofThree), limited(other, ofThree)];
  return [
    ...crossed(crossed(reason.joined, first.tails), second.tails),
    ...crossed(crossed(reason.joined, second.tails), first.tails),
    ...crossed(
      crossed(reason.joined, first.statements),
      joined(second.statements, ofThree, grammar),
    ),
    ...crossed(
      crossed(first.statements, second.statements),
      joined(why.statements, ofThree, grammar),
    ),
    ...crossed(
      crossed(first.statements, joined(second.statements, ofThree, grammar)),
      joined(why.statements, ofThree, grammar),
    ),
    ...greeted(
      [
        ...crossed(
          crossed(first.statements, second.statements),
          joined([...why.statements, ...reason.bare], ofThree, grammar),
        ),
        ...crossed(
          crossed(first.statements, joined(second.statements, ofThree, grammar)),
          joined(reason.bare, ofThree, grammar),
        ),
      ],
      one,
      grammar,
    ),
    ...crossed(crossed(first.statements, second.statements), joined(reason.bare, ofThree, grammar)),
    ...crossed(crossed(first.statements, second.tails), why.tails),
    ...crossed(crossed(first.statements, second.tails), joined(why.statements, ofThree, grammar)),
    ...crossed(crossed(one.bare, second.tails), [...why.statements, ...reason.bare]),
    ...crossed(crossed(reason.bare, first.tails), second.tails),
  ];
}

/** "my name is Ana and my account is 1 2 3", "this is Ana account 1 2 3", "call for Ana account 1 2 3". */
function twoWithoutReason([one, other]: Pair, grammar: Grammar, ofTwo: Limits): string[] {
  const first = limited(one, ofTwo);
  const second = limited(other, ofTwo);
  return [
    ...crossed(first.statements, joined(second.statements, ofTwo, grammar)),
    ...crossed(first.statements, second.statements),
    ...crossed(second.statements, joined(first.statements, ofTwo, grammar)),
    ...crossed(first.statements, second.tails),
    ...crossed(crossed([grammar.call], first.tails.slice(0, 2)), second.tails.slice(0, 4)),
    ...crossed(one.bare, second.tails),
    ...crossed(one.bare, second.statements),
  ];
}

/** "hi this is Ana …": who says their name first says hello before it. */
function greeted(
  samples: readonly string[],
  { field }: SlotPhrases,
  { greetings }: Grammar,
): readonly string[] {
  return field.kind === "name" ? crossed(greetings, samples) : [];
}

function joined(texts: readonly string[], { ands }: Limits, grammar: Grammar): string[] {
  return crossed(grammar.ands.slice(0, ands), texts);
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
