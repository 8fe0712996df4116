/** A header's first non-empty value; the name is looked up without regard to letter case (RFC 3261 §7.3.1). */
export function sipHeader(
  headers: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  return sipHeaderFields(headers, name)[0];
}

/**
 * Every non-empty field of a header, in their order: an event can hold one header under names that differ in letter
 * case only. For headers that may come more than once, such as `User-to-User`.
 */
export function sipHeaderFields(
  headers: Readonly<Record<string, string>>,
  name: string,
): readonly string[] {
  const wanted = name.toLowerCase();
  const fields = Object.entries(headers).filter(([key]) => key.toLowerCase() === wanted);
  return fields.map(([, value]) => value).filter((value) => value.trim() !== "");
}
