import { InvalidContextError } from "./errors.ts";

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
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * A copy of a context that DynamoDB takes and gives back as it was: JSON values, without `undefined` properties.
 * @throws {InvalidContextError} naming the field that DynamoDB would refuse or change
 */
export function storable(context: unknown): Fields {
  if (!isPlainObject(context)) throw new InvalidContextError("context", "must be an object");
  return storableObject(context, { field: "", depth: 0 });
}

/** Checks a lone string that goes to DynamoDB, such as a transaction ID. */
export function storableText(field: string, value: unknown): string {
  if (typeof value !== "string" || value === "") refuse({ field }, "must be a non-empty string");
  return storableString(value, { field });
}

function storableValue(value: unknown, place: Place): unknown {
  if (typeof value === "string") return storableString(value, place);
  if (typeof value === "number") return storableNumber(value, place);
  if (typeof value === "boolean" || value === null) return value;
  if (place.depth > deepest) refuse(place, `is nested deeper than ${deepest} levels`);
  if (Array.isArray(value)) return storableList(value, place);
  if (isPlainObject(value)) return storableObject(value, place);
  return refuse(place, "must be text, a number, true, false, null, a list or a plain object");
}

function storableString(value: string, place: Pick<Place, "field">): string {
  // The SDK would send U+FFFD in its place.
  return loneSurrogate.test(value) ? refuse(place, "holds half of a surrogate pair") : value;
}

function storableNumber(value: number, place: Place): number {
  if (!Number.isFinite(value)) refuse(place, "must be a finite number");
  const size = Math.abs(value);
  if (size > Number.MAX_SAFE_INTEGER) refuse(place, "is too great to be kept exactly");
  if (size > 0 && size < smallestNumber) refuse(place, "is too small for DynamoDB");
  // DynamoDB knows no -0.
  return size === 0 ? 0 : value;
}

function storableList(list: readonly unknown[], { field, depth }: Place): unknown[] {
  return Array.from(list, (value, index) =>
    storableValue(value, { field: `${field}[${index}]`, depth: depth + 1 }),
  );
}

function storableObject(object: Fields, { field, depth }: Place): Fields {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    entries.map(([name, value]) => {
      const place = { field: field === "" ? name : `${field}.${name}`, depth: depth + 1 };
      checkName(name, { field: field || "context" });
      return [name, storableValue(value, place)];
    }),
  );
}

function checkName(name: string, place: Pick<Place, "field">): void {
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

function refuse({ field }: Pick<Place, "field">, problem: string): never {
  throw new InvalidContextError(field, problem);
}
