import type { Destination } from "../destination.ts";
import { fieldOf } from "../field-of.ts";
import type { RoutableContext, Routes, Rule } from "../routes.ts";
import { type RoutingTable, type RuleName, tableOf } from "../routing-table.ts";
import type { Served } from "../served-destinations.ts";
import { whenMatches } from "../when-matches.ts";
import type { Digest, FiledRoutes } from "./file-routes.ts";
import {
  bucketOf,
  type FilingHead,
  filingVersion,
  hashOf,
  type Value,
  wordBytes,
} from "./filing.ts";

export interface OpeningOptions {
  /** What the service that routes by it can serve. */
  readonly served: Served;
  readonly digest: Digest;
}

/**
 * The table of a document that was filed where it was deployed: nothing of it is read until a call needs it. An index that
 * is not this text's or of another version, and one of a document with what the service cannot serve, counts for nothing:
 * the document is then to be read as a whole.
 */
export function openFiledRoutes(
  { text, index }: FiledRoutes,
  { served, digest }: OpeningOptions,
): RoutingTable | undefined {
  const opened = open(index);
  if (opened === undefined) return undefined;
  const { head } = opened;
  if (head.types.some((type) => served[type] !== true)) return undefined;
  if (head.digest !== digest(text)) return undefined;
  const rules = new FiledRules(text, opened);
  let whole: Routes | undefined;
  const routes = () => {
    whole ??= JSON.parse(text) as Routes;
    return whole;
  };
  const destinationsOf = (rule: RuleName) =>
    rule === "otherwise" ? rules.otherwise() : (rules.at(rule)?.to ?? []);
  return tableOf({ routes, destinationsOf, first: (context) => rules.first(context) });
}

interface Opened {
  readonly head: FilingHead;
  /** The word at a place. */
  word(at: number): number;
}

function open(index: Uint8Array): Opened | undefined {
  try {
    const view = new DataView(index.buffer, index.byteOffset, index.byteLength);
    const begin = wordBytes + view.getInt32(0, true);
    const head: FilingHead = JSON.parse(new TextDecoder().decode(index.subarray(wordBytes, begin)));
    if (head.version !== filingVersion) return undefined;
    if (index.byteLength !== begin + wordsOf(head) * wordBytes) return undefined;
    return { head, word: (at) => view.getInt32(begin + at * wordBytes, true) };
  } catch {
    // Half a file, or another one.
    return undefined;
  }
}

function wordsOf({ rules, groups }: FilingHead): number {
  return groups.reduce((sum, { buckets, entries }) => sum + buckets + 1 + 2 * entries, 2 * rules);
}

/** Rules that stay text until one is needed. */
class FiledRules {
  readonly #text: string;
  readonly #head: FilingHead;
  readonly #word: (at: number) => number;

  constructor(text: string, { head, word }: Opened) {
    this.#text = text;
    this.#head = head;
    this.#word = word;
  }

  at(rule: number): Rule | undefined {
    if (!Number.isInteger(rule) || rule < 0 || rule >= this.#head.rules) return undefined;
    return JSON.parse(this.#text.slice(this.#word(2 * rule), this.#word(2 * rule + 1)));
  }

  otherwise(): readonly Destination[] {
    return JSON.parse(this.#text.slice(...this.#head.otherwise));
  }

  /** Number of the first rule that matches; `undefined` where none does. */
  first(context: RoutableContext): number | undefined {
    const { groups, rules, always } = this.#head;
    let first = always;
    let begin = 2 * rules;
    for (const { fields, buckets, entries } of groups) {
      const hash = hashIn(context, fields);
      if (hash !== undefined) first = this.#firstIn({ begin, buckets, hash }, context, first);
      begin += buckets + 1 + 2 * entries;
    }
    return first < rules ? first : undefined;
  }

  #firstIn({ begin, buckets, hash }: Place, context: RoutableContext, before: number): number {
    const bucket = begin + bucketOf(hash, buckets);
    const entries = begin + buckets + 1;
    const end = this.#word(bucket + 1);
    for (let entry = this.#word(bucket); entry < end; entry += 1) {
      const rule = this.#word(entries + 2 * entry + 1);
      if (rule >= before) return before;
      if (this.#word(entries + 2 * entry) !== hash) continue;
      // Different values may have one hash, and a rule may be filed by some of its conditions only.
      const when = this.at(rule)?.when;
      if (when && whenMatches(when, context)) return rule;
    }
    return before;
  }
}

interface Place {
  /** Of the group, in words. */
  readonly begin: number;
  readonly buckets: number;
  readonly hash: number;
}

function hashIn(context: RoutableContext, fields: readonly string[]): number | undefined {
  const values: Value[] = [];
  for (const field of fields) {
    const value = fieldOf(field, context);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return hashOf(values);
}
