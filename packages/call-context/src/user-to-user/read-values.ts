import { octet } from "./octet-text.ts";
import {
  fieldsOf,
  splitOutsideQuotes,
  splitUserToUser,
  type UserToUserHeader,
} from "./split-user-to-user.ts";

/** One value: its data without the quotation marks of a quoted-string, and its parameters by lower-case name. */
export interface RawValue {
  readonly data: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** A longer field is left as it is. */
const mostEscaped = 32_768;

/** Further parameters of a value are not read. */
const mostParameters = 32;

/** Wider than the RFC's token: senders write `csi=…` without the quotation marks that its `=` asks for. */
const dataPattern = /^(?:[^\s",;]+|"(?:[^"\\]|\\.)*")$/s;

/** RFC 3261, section 25.1. A gen-value may also be a host, hence the colon and the brackets of IPv6. */
const parameterPattern = /^([\w.!%*+`'~-]+)(?:\s*=\s*([\w.!%*+`'~:[\]-]+|"(?:[^"\\]|\\.)*"))?$/s;

/** The values of a header, those of its fields unescaped whose separators are escaped. */
export function readValues(header: UserToUserHeader): RawValue[] {
  const fields = fieldsOf(header).map(unescapeField);
  return splitUserToUser(fields).flatMap((value) => readValue(value) ?? []);
}

/** A URI's header has none of the separators unescaped (RFC 3261, section 19.1.1); some escape them twice. */
function unescapeField(field: string): string {
  if (field.length > mostEscaped || field.includes('"') || !/%(?:25)*(?:3b|3d|2c|22)/i.test(field))
    return field;
  return field.replace(/%(?:25)*([2-7][\da-f])/gi, (_, digits) => octet(digits));
}

/** One value; `undefined` where it breaks the grammar. */
export function readValue(value: string): RawValue | undefined {
  const [data = "", ...rest] = splitOutsideQuotes(value, ";", mostParameters + 1);
  const parameters = readParameters(rest);
  if (value.startsWith(";") || !dataPattern.test(data) || !parameters) return undefined;
  return { data: unquote(data), parameters };
}

/** The first of two parameters with one name counts. */
function readParameters(parts: readonly string[]): Map<string, string> | undefined {
  const parameters = new Map<string, string>();
  for (const part of parts) {
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
