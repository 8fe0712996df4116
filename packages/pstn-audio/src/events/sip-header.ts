/** A header's first non-empty value; the name is looked up without regard to letter case (RFC 3261 §7.3.1). */
export function sipHeader(
  headers: Readonly<Record<string, string>>,
  name: string,
): string | undefined {
  const wanted = name.toLowerCase();
  const values = Object.entries(headers).filter(([key]) => key.toLowerCase() === wanted);
  return values.map(([, value]) => value).find((value) => value.trim() !== "");
}
