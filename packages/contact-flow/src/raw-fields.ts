/** A JSON object of which nothing is known yet. */
export type RawObject = Readonly<Record<string, unknown>>;

export function isRawObject(value: unknown): value is RawObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The object, or an empty one: for fields that may be absent or null. */
export function objectOrEmpty(value: unknown): RawObject {
  return isRawObject(value) ? value : {};
}

/** A text with something in it; undefined for everything else. Connect writes "no value" as null and as "". */
export function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value : undefined;
}

/** The texts of a map that have something in them. */
export function textsOf(value: unknown): Readonly<Record<string, string>> {
  const texts = Object.entries(objectOrEmpty(value)).flatMap(([name, entry]) => {
    const text = textOf(entry);
    return text === undefined ? [] : [[name, text] as const];
  });
  return Object.fromEntries(texts);
}
