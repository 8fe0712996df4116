import type { SlotWords, TakeSlotWords } from "./slot-words.ts";
import { part, spoken, type Utterance } from "./utterance.ts";

/**
 * Reads several values for one slot, "apples, pears and plums": "Collect Multiple Values in a Slot". Undefined where
 * the words are one value, or none.
 */
export function severalValues(
  slotType: string,
  said: Utterance,
  { take, joints }: { readonly take: TakeSlotWords; readonly joints: readonly string[] },
): SlotWords | undefined {
  const values = pieces(said, joints).map((piece) => take(slotType, piece));
  if (values.length < 2 || values.some((each) => each === undefined)) return undefined;
  const found = values.flatMap((each) => each ?? []);
  const certainty = found.every((each) => each.certainty === "known") ? "known" : "open";
  return { value: spoken(said), values: found, certainty };
}

/** Commas part the values, and so does "and". */
function pieces(said: Utterance, joints: readonly string[]): Utterance[] {
  const { text, tokens } = said;
  const all: Utterance[] = [];
  let start = 0;
  for (const [index, token] of tokens.entries()) {
    const next = tokens[index + 1];
    const isJoint = joints.includes(token.word);
    const hasComma = next !== undefined && text.slice(token.end, next.start).includes(",");
    if (isJoint) {
      all.push(part(said, start, index));
      start = index + 1;
    } else if (hasComma) {
      all.push(part(said, start, index + 1));
      start = index + 1;
    }
  }
  return [...all, part(said, start)].filter((each) => each.tokens.length > 0);
}
