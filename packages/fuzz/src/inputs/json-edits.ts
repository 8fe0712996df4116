import fc from "fast-check";
import { pieces, type TextEdit, textEdits, withTextEdit } from "./text-edits.ts";

/** One change of a JSON document; `place` is drawn from all its places, modulo their number. */
export type JsonEdit = { readonly place: number } & (
  | { readonly kind: "text"; readonly edit: TextEdit }
  | { readonly kind: "put"; readonly value: unknown }
  | { readonly kind: "remove" }
  | { readonly kind: "rename"; readonly name: string }
  | { readonly kind: "add"; readonly name: string; readonly value: unknown }
  | { readonly kind: "wrap"; readonly depth: number }
  | { readonly kind: "repeat"; readonly times: number }
  | { readonly kind: "splice"; readonly from: number }
);

const oddValues = fc.constantFrom<unknown>(
  ...[null, true, false, 0, -1, 0.5, 1e308, 2 ** 53, "", " ", [], {}, [[]], [null], { "": "" }],
);

const places = { place: fc.nat(0xffff) };

export function jsonEdits(words: readonly string[]): fc.Arbitrary<JsonEdit> {
  const piece = pieces(words);
  const value = fc.oneof(oddValues, piece, fc.jsonValue({ maxDepth: 2 }));
  const kind = <Name extends JsonEdit["kind"]>(name: Name) => ({
    ...places,
    kind: fc.constant(name),
  });
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ ...kind("text"), edit: textEdits(words) }) },
    { weight: 3, arbitrary: fc.record({ ...kind("put"), value }) },
    { weight: 2, arbitrary: fc.record({ ...kind("splice"), from: fc.nat(0xffff) }) },
    { weight: 1, arbitrary: fc.record(kind("remove")) },
    { weight: 1, arbitrary: fc.record({ ...kind("rename"), name: piece }) },
    { weight: 1, arbitrary: fc.record({ ...kind("add"), name: piece, value }) },
    {
      weight: 1,
      arbitrary: fc.record({ ...kind("wrap"), depth: fc.integer({ min: 1, max: 40 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ ...kind("repeat"), times: fc.integer({ min: 2, max: 40 }) }),
    },
  );
}

type Container = Record<string, unknown> | unknown[];

/** A place in a document: the value at a key of an object, or at an index of a list. */
export interface Place {
  readonly holder: Container;
  readonly key: string;
}

/** The document with one change, made in place; what is spliced in comes from another, which is read when it is. */
export function withJsonEdit(document: unknown, edit: JsonEdit, other: () => unknown): unknown {
  const root = { document };
  const all = placesIn(root);
  const texts =
    edit.kind === "text" ? all.filter((place) => typeof valueAt(place) === "string") : all;
  const place = texts[edit.place % texts.length];
  if (place) change(place, edit, other);
  return root.document;
}

function change(place: Place, edit: JsonEdit, other: () => unknown): void {
  if (edit.kind === "remove" || edit.kind === "rename") remove(place);
  if (edit.kind === "remove") return;
  const key = edit.kind === "rename" || edit.kind === "add" ? edit.name : place.key;
  put({ ...place, key }, changed(valueAt(place), edit, other));
}

function changed(
  value: unknown,
  edit: Exclude<JsonEdit, { kind: "remove" }>,
  other: () => unknown,
): unknown {
  switch (edit.kind) {
    case "text":
      return withTextEdit(String(value), edit.edit, spliced(edit.edit, other));
    case "put":
    case "add":
      return structuredClone(edit.value);
    case "rename":
      return value;
    case "wrap":
      return Array.from({ length: edit.depth }).reduce((inner) => [inner], value);
    case "repeat":
      return repeated(value, edit.times);
    case "splice": {
      const from = placesIn({ document: other() });
      const source = from[edit.from % from.length];
      return source && valueAt(source);
    }
  }
}

function repeated(value: unknown, times: number): unknown {
  if (typeof value === "string") return value.repeat(times);
  const items = Array.isArray(value) ? value : [value];
  return Array.from({ length: times }, () => structuredClone(items)).flat();
}

function spliced(edit: TextEdit, other: () => unknown): string {
  if (edit.kind !== "splice") return "";
  const values = placesIn({ document: other() }).map(valueAt);
  const texts = values.filter((value) => typeof value === "string");
  return texts[edit.from % texts.length] ?? "";
}

/** Every place, in the order in which the document is written. */
export function placesIn(holder: Container): Place[] {
  const places: Place[] = [];
  const ahead: Container[] = [holder];
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    for (const key of Object.keys(next)) {
      const place = { holder: next, key };
      places.push(place);
      const value = valueAt(place);
      if (typeof value === "object" && value !== null) ahead.push(value as Container);
    }
  }
  return places;
}

export function valueAt({ holder, key }: Place): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}

/** Defined, not assigned: `__proto__` is a key like any other in JSON. A list takes no keys but indexes. */
export function put({ holder, key }: Place, value: unknown): void {
  if (Array.isArray(holder) && !/^\d{1,4}$/.test(key)) holder.push(value);
  else Object.defineProperty(holder, key, { value, ...plainProperty });
}

const plainProperty = { writable: true, enumerable: true, configurable: true };

function remove({ holder, key }: Place): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}
