import type { FaultName, FaultRates } from "./faults.ts";

export interface ChanceOptions {
  readonly seed: number;
  /** The call that is left to chance. */
  readonly call: number;
  readonly rates: FaultRates;
  /** Mishaps that do not befall this call, by their names in `mishaps`. */
  readonly without?: ReadonlySet<string>;
}

/**
 * What chance does to one call. Every draw depends on seed, call, its name and how often that name was drawn before, and
 * on nothing else: without one mishap all else happens as it did, which is how a story is made shorter.
 */
export class Chance {
  readonly #options: ChanceOptions;
  readonly #drawn = new Map<string, number>();
  readonly #mishaps: string[] = [];

  constructor(options: ChanceOptions) {
    this.#options = options;
  }

  /** What went wrong so far: the fault's name, `#`, the how-manieth it is. */
  get mishaps(): readonly string[] {
    return this.#mishaps;
  }

  /** Whether this fault happens now. */
  befalls(fault: FaultName): boolean {
    const rate = this.#options.rates[fault];
    if (rate === 0) return false;
    const { value, nth } = this.#next(fault);
    if (value >= rate) return false;
    const mishap = `${fault}#${nth}`;
    if (this.#options.without?.has(mishap)) return false;
    this.#mishaps.push(mishap);
    return true;
  }

  /** At least 0, less than 1. */
  draw(name: string): number {
    return this.#next(name).value;
  }

  /** A whole number from `low` up to `high`. */
  between(name: string, low: number, high: number): number {
    return low + Math.floor(this.draw(name) * (high - low + 1));
  }

  pick<T>(name: string, items: readonly T[]): T {
    const item = items[Math.floor(this.draw(name) * items.length)];
    if (item === undefined) throw new RangeError(`Nothing to pick from: ${name}`);
    return item;
  }

  #next(name: string): { readonly value: number; readonly nth: number } {
    const nth = (this.#drawn.get(name) ?? 0) + 1;
    this.#drawn.set(name, nth);
    const { seed, call } = this.#options;
    return { value: uniform([seed, call, hashOf(name), nth]), nth };
  }
}

const hashes = new Map<string, number>();

/** FNV-1a. */
function hashOf(name: string): number {
  const known = hashes.get(name);
  if (known !== undefined) return known;
  let hash = 0x811c9dc5;
  for (const character of name) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  hashes.set(name, hash >>> 0);
  return hash >>> 0;
}

/** MurmurHash3 of 32-bit words, as a number from 0 up to 1. */
export function uniform(words: readonly number[]): number {
  let hash = 0;
  for (const word of words) {
    const mixed = Math.imul(word, 0xcc9e2d51);
    hash ^= Math.imul((mixed << 15) | (mixed >>> 17), 0x1b873593);
    hash = (Math.imul((hash << 13) | (hash >>> 19), 5) + 0xe6546b64) | 0;
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  hash ^= hash >>> 16;
  return (hash >>> 0) / 0x1_0000_0000;
}
