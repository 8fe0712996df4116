import type { DocumentUses } from "../document-uses.ts";

/**
 * A filed ROUTES document is the document itself, with its index in front:
 *
 * `{"$index":{"digest":"…","head":{…},"words":"…"},` and, on a line of its own, the rest.
 *
 * The digest is that of everything behind it, the document included. The words are, of each rule, where it begins and ends
 * in the rest (UTF-16 units); then, of each group, its buckets (where each begins, and where the last one ends, counted in
 * entries) and its entries, two words each: the hash of the values that a rule wants in the group's fields, and the rule's
 * number. They are read where they stand, one by one, so that opening a document makes nothing of them.
 */
export interface FilingHead {
  readonly version: typeof filingVersion;
  /** What the document asks of the service that routes by it. */
  readonly uses: DocumentUses;
  /** The document's own `version`. */
  readonly named?: string;
  readonly rules: number;
  /** Where `otherwise` begins and ends in the rest. */
  readonly otherwise: readonly [start: number, end: number];
  /** Number of the first rule that takes every context; that of the rules where none does. */
  readonly always: number;
  readonly groups: readonly GroupHead[];
}

/** Rules that are filed by the same fields. */
export interface GroupHead {
  readonly fields: readonly string[];
  /** A power of two. */
  readonly buckets: number;
  readonly entries: number;
}

/** A hash of a text, the same where a document is filed and where it is opened. */
export type Digest = (text: string) => string;

/** Of this layout; an index of another one counts for nothing. */
export const filingVersion = 2;

/** What stands around the digest, the head and the words. */
export const beforeDigest = '{"$index":{"digest":"';
export const beforeHead = '","head":';
export const beforeWords = ',"words":"';
export const beforeRest = '"},\n';

const base = 36;
/** Digits of one word: six of base 36 hold 31 bits. */
export const wordLength = 6;

export function writeWord(word: number): string {
  return word.toString(base).padStart(wordLength, "0");
}

/** The word that begins at a place; NaN where there is none. */
export function readWord(text: string, at: number): number {
  return Number.parseInt(text.slice(at, at + wordLength), base);
}

export type Value = string | boolean;

/** A hash of values in their order (FNV-1a over their JSON, its upper 31 bits). */
export function hashOf(values: readonly Value[]): number {
  const text = JSON.stringify(values);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 1;
}

export function bucketOf(hash: number, buckets: number): number {
  return hash & (buckets - 1);
}
