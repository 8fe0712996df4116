import { usesOf } from "../document-uses.ts";
import { filedFields } from "../filed-fields.ts";
import { parseRoutes } from "../read-routes.ts";
import type { Routes, Rule } from "../routes.ts";
import type { Conditions } from "../rule-group.ts";
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
  type Value,
  writeWord,
} from "./filing.ts";

/** Each group is asked in each call: a document of more is read as a whole. */
const mostGroups = 64;

/**
 * Checks a document and files its rules, where it is deployed: a Lambda then starts without reading 10,000 of them.
 * @returns the same document with an index in it, under `$index`; without one where the rules ask for too many different
 * sets of fields
 * @throws {RoutesError} with every mistake in it
 */
export function fileRoutes(text: string, digest: Digest): string {
  const routes = parseRoutes(text);
  const { rules } = routes;
  const groups = groupsOf(rules);
  const { rest, places, otherwise } = writtenOut(routes);
  if (groups.size > mostGroups) return `{\n${rest}`;
  const always = rules.findIndex(({ when }) => Object.keys(when).length === 0);
  const files = [...groups].map(([name, entries]) => ({
    fields: JSON.parse(name) as string[],
    ...filed(entries),
  }));
  const head: FilingHead = {
    version: filingVersion,
    uses: usesOf(routes),
    ...(routes.version !== undefined && { named: routes.version }),
    rules: rules.length,
    otherwise,
    always: always === -1 ? rules.length : always,
    groups: files.map(({ fields, buckets, entries }) => ({ fields, buckets, entries })),
  };
  const words = [...places, ...files.flatMap(({ words: all }) => all)].map(writeWord).join("");
  const content = JSON.stringify(head) + beforeWords + words + beforeRest + rest;
  return beforeDigest + digest(content) + beforeHead + content;
}

/** The document without its first brace, rule by rule, and where each of them and `otherwise` begins and ends. */
function writtenOut({ rules, otherwise, $index: _, ...others }: Routes) {
  let rest = '"rules":[\n';
  const add = (value: unknown): [start: number, end: number] => {
    const start = rest.length;
    rest += JSON.stringify(value);
    return [start, rest.length];
  };
  const places: number[] = [];
  for (const [index, rule] of rules.entries()) {
    if (index > 0) rest += ",\n";
    places.push(...add(rule));
  }
  rest += '],\n"otherwise":';
  const placeOfOtherwise = add(otherwise);
  for (const [key, value] of Object.entries(others)) rest += `,"${key}":${JSON.stringify(value)}`;
  return { rest: `${rest}}\n`, places, otherwise: placeOfOtherwise };
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
