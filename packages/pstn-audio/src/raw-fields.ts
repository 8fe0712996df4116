/** A JSON object of which nothing is known yet. */
export type RawObject = Readonly<Record<string, unknown>>;

export function isRawObject(value: unknown): value is RawObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object, or an empty one: for fields that may be absent. */
export function objectOrEmpty(value: unknown): RawObject {
  return isRawObject(value) ? value : {};
}

/** A non-empty text, also from a number; undefined for everything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** A whole number of at least 0, from a number or from a string of digits. */
export function countOf(value: unknown): number | undefined {
  const digits = typeof value === "string" ? value.trim() : value;
  const count = typeof digits === "string" && /^\d+$/.test(digits) ? Number(digits) : digits;
  return typeof count === "number" && Number.isSafeInteger(count) && count >= 0 ? count : undefined;
}

/** The texts of a map; what is neither text, number nor boolean is left out. */
export function textsOf(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(objectOrEmpty(value));
  return Object.fromEntries(
    entries.filter(([, text]) => isScalar(text)).map(([name, text]) => [name, String(text)]),
  );
}

function isScalar(value: unknown): boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}
