/** The header as SIP stacks and Lambda events hold it: one field, repeated ones, or none at all. */
export type UserToUserHeader = string | readonly string[] | undefined;

/** One value of a User-to-User header (RFC 7433, section 4.1). */
export interface UserToUserValue {
  /** As it was sent, without the quotation marks of a quoted-string and its escapes. */
  readonly data: string;
  /** What `data` says: decoded from hex where `encoding=hex`; absent where that is broken or no UTF-8. */
  readonly text?: string;
  /** The application that the data is for, such as `isdn-uui`; lower case. */
  readonly purpose?: string;
  /** What kind of data it is for that application; lower case. */
  readonly content?: string;
  /** `hex`, or a name that this version of the RFC does not know; lower case. */
  readonly encoding?: string;
  /** Every parameter by lower-case name, the generic ones too; one without a value holds `""`. */
  readonly parameters: ReadonlyMap<string, string>;
}

// RFC 3261, section 25.1.
const token = "[A-Za-z0-9\\-.!%*_+`'~]+";
const quotedString = '"(?:[^"\\\\]|\\\\.)*"';
/** Wider than the RFC's token: senders write `csi=…` without the quotation marks that its `=` asks for. */
const bareData = '[^\\s",;]+';

const dataPattern = new RegExp(`^(?:${bareData}|${quotedString})$`, "s");
/** A gen-value may also be a host, hence the colon and the brackets of IPv6. */
const parameterPattern = new RegExp(
  `^(${token})(?:\\s*=\\s*([A-Za-z0-9\\-.!%*_+\`'~:[\\]]+|${quotedString}))?$`,
  "s",
);

/**
 * Reads the values of a User-to-User header, comma-separated or in repeated header fields. A value that
 * breaks the grammar is left out; nothing is thrown.
 * @example parseUserToUser("6373693d64;encoding=hex")[0]?.text // "csi=d"
 */
export function parseUserToUser(header: UserToUserHeader): UserToUserValue[] {
  return [header]
    .flat()
    .filter((field) => typeof field === "string")
    .flatMap((field) => splitOutsideQuotes(field, ","))
    .flatMap((value) => parseValue(value) ?? []);
}

function parseValue(value: string): UserToUserValue | undefined {
  const [data = "", ...rest] = splitOutsideQuotes(value, ";");
  const parameters = parseParameters(rest);
  if (!dataPattern.test(data) || !parameters) return undefined;
  return describe(unquote(data), parameters);
}

function describe(data: string, parameters: ReadonlyMap<string, string>): UserToUserValue {
  // Parameter values compare without regard to case (RFC 3261, section 7.3.1).
  const named = (name: string) => parameters.get(name)?.toLowerCase();
  const [purpose, content, encoding] = [named("purpose"), named("content"), named("encoding")];
  const text = encoding === "hex" ? textFromHex(data) : data;
  return {
    data,
    ...(text !== undefined && { text }),
    ...(purpose !== undefined && { purpose }),
    ...(content !== undefined && { content }),
    ...(encoding !== undefined && { encoding }),
    parameters,
  };
}

/** The first of two parameters with one name counts. */
function parseParameters(parts: readonly string[]): Map<string, string> | undefined {
  const parameters = new Map<string, string>();
  for (const part of parts) {
    if (part === "") continue;
    const [, name, value = ""] = parameterPattern.exec(part) ?? [];
    if (name === undefined) return undefined;
    const key = name.toLowerCase();
    if (!parameters.has(key)) parameters.set(key, unquote(value));
  }
  return parameters;
}

function unquote(text: string): string {
  return text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/gs, "$1") : text;
}

function textFromHex(hex: string): string | undefined {
  if (!/^(?:[0-9a-f]{2})+$/i.test(hex)) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(hex, "hex"));
  } catch {
    return undefined;
  }
}

/** Splits at a separator that stands outside quoted-strings; white space around the parts, folded lines too, goes. */
function splitOutsideQuotes(text: string, separator: "," | ";"): string[] {
  const parts: string[] = [];
  let part = "";
  // An open quoted-string is one piece to the end: to look for its end again and again would cost the square.
  for (const [piece] of text.matchAll(/"(?:[^"\\]|\\.)*"?|[^",;]+|./gs)) {
    if (piece !== separator) {
      part += piece;
      continue;
    }
    parts.push(part.trim());
    part = "";
  }
  return [...parts, part.trim()];
}
