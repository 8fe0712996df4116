import { InvalidContextError, type Misfit } from "./errors.ts";

/** DynamoDB nests up to 32 levels (developer guide, "Constraints"): 31 lists or objects and what is in the last. */
const deepest = 31;
/** The smallest magnitude of DynamoDB's number type; the greatest is beyond what JavaScript keeps exactly. */
const smallestNumber = 1e-130;

/** With the `u` flag only a surrogate without its other half matches. */
const loneSurrogate = /\p{Surrogate}/u;

interface Place {
  /** Path of the value, such as `reason.id` or `tags[1]`; empty for the context itself. */
  readonly field: string;
  readonly depth: number;
  /** Where what cannot be stored is noted down. */
  readonly misfits: Misfit[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * A copy of a context that DynamoDB takes and gives back as it was: JSON values, without `undefined` properties.
 * @throws {InvalidContextError} naming the fields that DynamoDB would refuse or change
 */
export function storable(context: unknown): Fields {
  if (!isPlainObject(context)) throw new InvalidContextError("context", "must be an object");
  const misfits: Misfit[] = [];
  const copy = storableObject(context, { field: "", depth: 0, misfits });
  refuseMisfits(misfits);
  return copy;
}

/** Checks a lone string that goes to DynamoDB, such as a transaction ID. */
export function storableText(field: string, value: unknown): string {
  const misfits: Misfit[] = [];
  const isText = typeof value === "string" && value !== "";
  if (!isText) refuse({ field, misfits }, "must be a non-empty string");
  const text = isText ? storableString(value, { field, misfits }) : "";
  refuseMisfits(misfits);
  return text;
}

function refuseMisfits([first, ...others]: readonly Misfit[]): void {
  if (first) throw new InvalidContextError(first.field, first.problem, { others });
}

function storableValue(value: unknown, place: Place): unknown {
  if (typeof value === "string") return storableString(value, place);
  if (typeof value === "number") return storableNumber(value, place);
  if (typeof value === "boolean" || value === null) return value;
  if (place.depth > deepest) return refuse(place, `is nested deeper than ${deepest} levels`);
  if (Array.isArray(value)) return storableList(value, place);
  if (isPlainObject(value)) return storableObject(value, place);
  return refuse(place, "must be text, a number, true, false, null, a list or a plain object");
}

function storableString(value: string, place: Noted): string {
  // The SDK would send U+FFFD in its place.
  if (loneSurrogate.test(value)) refuse(place, "holds half of a surrogate pair");
  return value;
}

function storableNumber(value: number, place: Place): number {
  if (!Number.isFinite(value)) refuse(place, "must be a finite number");
  const size = Math.abs(value);
  if (size > Number.MAX_SAFE_INTEGER) refuse(place, "is too great to be kept exactly");
  if (size > 0 && size < smallestNumber) refuse(place, "is too small for DynamoDB");
  // DynamoDB knows no -0.
  return size === 0 ? 0 : value;
}

function storableList(list: readonly unknown[], { field, depth, misfits }: Place): unknown[] {
  return Array.from(list, (value, index) =>
    storableValue(value, { field: `${field}[${index}]`, depth: depth + 1, misfits }),
  );
}

function storableObject(object: Fields, { field, depth, misfits }: Place): Fields {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([name, value]) => {
      const place = { field: field === "" ? name : `${field}.${name}`, depth: depth + 1, misfits };
      checkName(name, { field: field || "context", misfits });
      return [name, storableValue(value, place)];
    }),
  );
}

function checkName(name: string, place: Noted): void {
  if (name === "") refuse(place, "has a field with an empty name");
  if (name === "__proto__") refuse(place, "has a field named __proto__");
  if (loneSurrogate.test(name)) refuse(place, "has a field name with half of a surrogate pair");
}

function isPlainObject(value: unknown): value is Fields {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  // Not compared with Object.prototype: an object may come from another realm.
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

type Noted = Pick<Place, "field" | "misfits">;

function refuse({ field, misfits }: Noted, problem: string): undefined {
  misfits.push({ field, problem });
}
