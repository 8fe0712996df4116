import type { SamplePart } from "../model/sample.ts";
import type { SlotWords } from "./slot-words.ts";
import { part, type Utterance } from "./utterance.ts";

/** How a sample fits an utterance as a whole. */
export interface SampleMatch {
  readonly score: number;
  readonly slots: Readonly<Record<string, SlotWords>>;
}

/**
 * What each word of an utterance is worth, by what explains it. A word of the sample itself says most; a slot
 * says the more the surer it is of its words. The best sample is the one with the highest sum.
 */
const worth = { word: 4, known: 3, typed: 2, open: 1 } as const;

/** Takes words for a slot of the sample, or refuses them. */
export type TakeWords = (slot: string, said: Utterance) => SlotWords | undefined;

/** The best way to read the whole utterance as this sample; undefined where it does not fit. */
export function matchSample(
  parts: readonly SamplePart[],
  said: Utterance,
  take: TakeWords,
): SampleMatch | undefined {
  return new Matching(parts, said, take).from(0, 0);
}

/** Remembers what is known of each place, so that many slots and words cost no more than their product. */
class Matching {
  readonly #parts: readonly SamplePart[];
  readonly #said: Utterance;
  readonly #take: TakeWords;
  readonly #known = new Map<string, SampleMatch | undefined>();

  constructor(parts: readonly SamplePart[], said: Utterance, take: TakeWords) {
    this.#parts = parts;
    this.#said = said;
    this.#take = take;
  }

  /** The best way to read the words from `word` on as the parts from `part` on. */
  from(part: number, word: number): SampleMatch | undefined {
    const key = `${part}:${word}`;
    if (!this.#known.has(key)) this.#known.set(key, this.#find(part, word));
    return this.#known.get(key);
  }

  #find(partIndex: number, wordIndex: number): SampleMatch | undefined {
    const next = this.#parts[partIndex];
    const { tokens } = this.#said;
    if (!next) return wordIndex === tokens.length ? { score: 0, slots: {} } : undefined;
    if (next.kind === "slot") return this.#fill(next.slot, partIndex, wordIndex);
    if (next.word !== tokens[wordIndex]?.word) return undefined;
    const rest = this.from(partIndex + 1, wordIndex + 1);
    return rest && { ...rest, score: rest.score + worth.word };
  }

  #fill(slot: string, partIndex: number, wordIndex: number): SampleMatch | undefined {
    let best: SampleMatch | undefined;
    for (let end = wordIndex + 1; end <= this.#said.tokens.length; end += 1) {
      const rest = this.from(partIndex + 1, end);
      const words = rest && this.#take(slot, part(this.#said, wordIndex, end));
      if (!rest || !words) continue;
      const score = rest.score + worth[words.certainty] * (end - wordIndex);
      if (!best || score > best.score) best = { score, slots: { ...rest.slots, [slot]: words } };
    }
    return best;
  }
}
