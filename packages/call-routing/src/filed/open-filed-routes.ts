import type { Destination } from "../destination.ts";
import type { DocumentUses } from "../document-uses.ts";
import { fieldOf } from "../field-of.ts";
import type { RoutableContext, Routes, Rule } from "../routes.ts";
import { type RoutingTable, type RuleName, tableOf } from "../routing-table.ts";
import { whenMatches } from "../when-matches.ts";
import {
  beforeDigest,
  beforeHead,
  beforeRest,
  beforeWords,
  bucketOf,
  type Digest,
  type FilingHead,
  filingVersion,
  hashOf,
  readWord,
  type Value,
  wordLength,
} from "./filing.ts";

export interface OpeningOptions {
  /** Whether the service that routes by it can serve all that is in it. */
  readonly serves: (uses: DocumentUses) => boolean;
  readonly digest: Digest;
}

/**
 * The table of a document that was filed where it was deployed: nothing of it is read until a call needs it. An index that
 * is not this text's or of another layout, and one of a document with what the service cannot serve, counts for nothing:
 * the document is then to be read as a whole.
 */
export function openFiledRoutes(
  text: string,
  { serves, digest }: OpeningOptions,
): RoutingTable | undefined {
  const filing = open(text, digest);
  if (filing === undefined || !serves(filing.head.uses)) return undefined;
  const { uses, named } = filing.head;
  const rules = new FiledRules(filing);
  let whole: Routes | undefined;
  const routes = () => {
    whole ??= JSON.parse(`{${filing.rest}`) as Routes;
    return whole;
  };
  const destinationsOf = (rule: RuleName) =>
    rule === "otherwise" ? rules.otherwise() : (rules.at(rule)?.to ?? []);
  return tableOf({
    ...(named !== undefined && { version: named }),
    routes,
    uses: () => uses,
    destinationsOf,
    first: (context) => rules.first(context),
  });
}

interface Filing {
  readonly head: FilingHead;
  readonly words: string;
  /** The document without its first brace. */
  readonly rest: string;
}

function open(text: string, digest: Digest): Filing | undefined {
  if (!text.startsWith(beforeDigest)) return undefined;
  const end = text.indexOf(beforeHead, beforeDigest.length);
  const content = text.slice(end + beforeHead.length);
  if (digest(content) !== text.slice(beforeDigest.length, end)) return undefined;
  const endOfHead = content.indexOf(beforeWords);
  const head: FilingHead = JSON.parse(content.slice(0, endOfHead));
  if (head.version !== filingVersion) return undefined;
  const begin = endOfHead + beforeWords.length;
  const endOfWords = begin + wordsOf(head) * wordLength;
  return {
    head,
    words: content.slice(begin, endOfWords),
    rest: content.slice(endOfWords + beforeRest.length),
  };
}

function wordsOf({ rules, groups }: FilingHead): number {
  return groups.reduce((sum, { buckets, entries }) => sum + buckets + 1 + 2 * entries, 2 * rules);
}

/** Rules that stay text until one is needed. */
class FiledRules {
  readonly #filing: Filing;

  constructor(filing: Filing) {
    this.#filing = filing;
  }

  at(rule: number): Rule | undefined {
    const { head, rest } = this.#filing;
    if (!Number.isInteger(rule) || rule < 0 || rule >= head.rules) return undefined;
    return JSON.parse(rest.slice(this.#word(2 * rule), this.#word(2 * rule + 1)));
  }

  otherwise(): readonly Destination[] {
    const { head, rest } = this.#filing;
    return JSON.parse(rest.slice(...head.otherwise));
  }

  /** Number of the first rule that matches; `undefined` where none does. */
  first(context: RoutableContext): number | undefined {
    const { groups, rules, always } = this.#filing.head;
    let first = always;
    let begin = 2 * rules;
    for (const { fields, buckets, entries } of groups) {
      const hash = hashIn(context, fields);
      if (hash !== undefined) first = this.#firstIn({ begin, buckets, hash }, context, first);
      begin += buckets + 1 + 2 * entries;
    }
    return first < rules ? first : undefined;
  }

  #word(at: number): number {
    return readWord(this.#filing.words, at * wordLength);
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
