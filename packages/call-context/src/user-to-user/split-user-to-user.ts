/** The header as SIP stacks and Lambda events hold it: one field, repeated ones, or none at all. */
export type UserToUserHeader = string | readonly string[] | undefined;

/** More values of one header are not read: nobody sends them, and whoever does shall not buy our time with it. */
const mostValues = 64;

/** A longer value is not read: CallAndBridge takes 2,048 characters, and ISDN carries 131 octets. */
const mostCharacters = 4_096;

/** The header's fields, each of which may hold several values. */
export function fieldsOf(header: UserToUserHeader): readonly string[] {
  return [header].flat().filter((field) => typeof field === "string");
}

/** The values of header fields as they stand there, in their order. */
export function splitUserToUser(fields: readonly string[]): string[] {
  const values: string[] = [];
  for (const field of fields) {
    if (values.length === mostValues) break;
    values.push(...splitOutsideQuotes(field, ",", mostValues - values.length));
  }
  return values.filter(({ length }) => length <= mostCharacters);
}

/**
 * Splits at a separator that stands outside quoted-strings. White space around the parts, folded lines too, goes, and so
 * do empty parts. An open quoted-string is one part to the end.
 */
export function splitOutsideQuotes(text: string, separator: "," | ";", most: number): string[] {
  const parts: string[] = [];
  for (let from = 0; from < text.length && parts.length < most; ) {
    const end = endOfPart(text, from, separator);
    const part = end === from ? "" : text.slice(from, end).trim();
    if (part !== "") parts.push(part);
    from = end + 1;
  }
  return parts;
}

/** Looks at each character once: the time is linear whatever the text holds. */
function endOfPart(text: string, from: number, separator: string): number {
  let isQuoted = false;
  for (let at = from; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted && character === "\\") at += 1;
    else if (!isQuoted && character === separator) return at;
  }
  return text.length;
}
