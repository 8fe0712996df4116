/** A copy of a JSON value, with each text replaced in every string of it; keys stay. */
export function replaceTexts<Json>(
  value: Json,
  replacements: readonly (readonly [from: string, to: string])[],
): Json {
  const inText = (text: string) =>
    replacements.reduce((written, [from, to]) => written.replaceAll(from, to), text);
  const inValue = (part: unknown): unknown => {
    if (typeof part === "string") return inText(part);
    if (Array.isArray(part)) return part.map(inValue);
    if (part === null || typeof part !== "object") return part;
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, inValue(each)]));
  };
  return inValue(value) as Json;
}
