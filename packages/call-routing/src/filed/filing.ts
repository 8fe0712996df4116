import type { DestinationType } from "../destination.ts";

/**
 * The index of a filed ROUTES document: four bytes with the length of its head, the head (JSON), and 32-bit words,
 * little-endian. The words are, of each rule, where it begins and ends in the text (UTF-16 units); then, of each group, its
 * buckets (where each begins, and where the last one ends, counted in entries) and its entries, two words each: the hash of
 * the values that a rule wants in the group's fields, and the rule's number.
 */
export interface FilingHead {
  readonly version: typeof filingVersion;
  /** Of the text that it is the index of. */
  readonly digest: string;
  /** The types of destinations in it. */
  readonly types: readonly DestinationType[];
  readonly rules: number;
  /** Where `otherwise` begins and ends in the text. */
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

/** Of this layout; an index of another one counts for nothing. */
export const filingVersion = 1;

/** Of one of the index's words, and of the length in front of its head. */
export const wordBytes = 4;

export type Value = string | boolean;

/** A hash of values in their order (FNV-1a, 32 bits, over their JSON). */
export function hashOf(values: readonly Value[]): number {
  const text = JSON.stringify(values);
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
}

export function bucketOf(hash: number, buckets: number): number {
  return hash & (buckets - 1);
}
