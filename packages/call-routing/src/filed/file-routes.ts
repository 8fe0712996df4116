import type { DestinationType } from "../destination.ts";
import { filedFields } from "../filed-fields.ts";
import { parseRoutes } from "../read-routes.ts";
import type { Routes, Rule } from "../routes.ts";
import type { Conditions } from "../rule-group.ts";
import {
  bucketOf,
  type FilingHead,
  filingVersion,
  hashOf,
  type Value,
  wordBytes,
} from "./filing.ts";

/** A ROUTES document as it was, and the index by which a Lambda finds its rules without reading all of them. */
export interface FiledRoutes {
  /** The same document, rule by rule. */
  readonly text: string;
  readonly index: Uint8Array;
}

/** A hash of a text, the same where the index is made and where it is read. */
export type Digest = (text: string) => string;

/** Each group is asked in each call: a document of more is read as a whole. */
const mostGroups = 64;

/**
 * Checks a document and files its rules, where it is deployed: a Lambda then starts without reading 10,000 of them.
 * @returns no index where the rules ask for too many different sets of fields
 * @throws {RoutesError} with every mistake in it
 */
export function fileRoutes(text: string, digest: Digest): FiledRoutes | undefined {
  const routes = parseRoutes(text);
  const { rules } = routes;
  const groups = groupsOf(rules);
  if (groups.size > mostGroups) return undefined;
  const written = writtenOut(routes);
  const always = rules.findIndex(({ when }) => Object.keys(when).length === 0);
  const files = [...groups].map(([name, entries]) => ({
    fields: JSON.parse(name) as string[],
    ...filed(entries),
  }));
  const head: FilingHead = {
    version: filingVersion,
    digest: digest(written.text),
    types: typesIn(routes),
    rules: rules.length,
    otherwise: written.otherwise,
    always: always === -1 ? rules.length : always,
    groups: files.map(({ fields, buckets, entries }) => ({ fields, buckets, entries })),
  };
  const words = [...written.places, ...files.flatMap(({ words: all }) => all)];
  return { text: written.text, index: indexOf(head, words) };
}

function typesIn({ rules, otherwise }: Routes): readonly DestinationType[] {
  return [...new Set([...rules.flatMap(({ to }) => to), ...otherwise].map(({ type }) => type))];
}

/** The document, rule by rule, and where each of them and `otherwise` begins and ends. */
function writtenOut({ rules, otherwise, ...others }: Routes) {
  let text = '{"rules":[\n';
  const add = (value: unknown): [start: number, end: number] => {
    const start = text.length;
    text += JSON.stringify(value);
    return [start, text.length];
  };
  const places: number[] = [];
  for (const [index, rule] of rules.entries()) {
    if (index > 0) text += ",\n";
    places.push(...add(rule));
  }
  text += '],\n"otherwise":';
  const placeOfOtherwise = add(otherwise);
  for (const [key, value] of Object.entries(others)) text += `,"${key}":${JSON.stringify(value)}`;
  return { text: `${text}}\n`, places, otherwise: placeOfOtherwise };
}

interface Entry {
  readonly hash: number;
  readonly rule: number;
}

/** Entries by the fields that they are filed by, as JSON; rules in their order. */
function groupsOf(rules: readonly Rule[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const [rule, { when }] of rules.entries()) {
    const fields = filedFields(when);
    if (fields.length === 0) break;
    const name = JSON.stringify(fields);
    const entries = groups.get(name) ?? [];
    groups.set(name, entries);
    for (const values of combinations(when, fields)) entries.push({ hash: hashOf(values), rule });
  }
  return groups;
}

function combinations(when: Conditions, fields: readonly string[]): readonly Value[][] {
  return fields.reduce<Value[][]>(
    (sofar, field) => {
      const wanted = [when[field] ?? []].flat();
      return sofar.flatMap((values) => wanted.map((value) => [...values, value]));
    },
    [[]],
  );
}

function filed(entries: readonly Entry[]) {
  const buckets = 2 ** Math.ceil(Math.log2(Math.max(1, entries.length)));
  const shelves = Array.from({ length: buckets }, (): Entry[] => []);
  for (const entry of entries) shelves[bucketOf(entry.hash, buckets)]?.push(entry);
  const begins = [0];
  for (const shelf of shelves) begins.push((begins.at(-1) ?? 0) + shelf.length);
  const words = [...begins, ...shelves.flat().flatMap(({ hash, rule }) => [hash, rule])];
  return { buckets, entries: entries.length, words };
}

function indexOf(head: FilingHead, words: readonly number[]): Uint8Array {
  const encoded = new TextEncoder().encode(JSON.stringify(head));
  const index = new Uint8Array(wordBytes + encoded.length + words.length * wordBytes);
  const view = new DataView(index.buffer);
  view.setInt32(0, encoded.length, true);
  index.set(encoded, wordBytes);
  const begin = wordBytes + encoded.length;
  for (const [at, word] of words.entries()) view.setInt32(begin + at * wordBytes, word, true);
  return index;
}
