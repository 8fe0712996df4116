import { objectOrEmpty, textOf } from "../raw-fields.ts";

/**
 * SipHeaders as they came, letter case kept; of a header with several values the first that is not empty.
 * User-to-User is a list (RFC 7433 §4.1): all its values, comma-separated as RFC 3261 §7.3.1 joins them.
 */
export function readHeaders(value: unknown): Readonly<Record<string, string>> {
  const headers = Object.entries(objectOrEmpty(value)).map(([name, header]) => [
    name,
    name.toLowerCase() === "user-to-user" ? textsOf(header).join(", ") : textsOf(header)[0],
  ]);
  return Object.fromEntries(headers.filter(([, text]) => text));
}

function textsOf(header: unknown): string[] {
  const values: readonly unknown[] = Array.isArray(header) ? header : [header];
  return values.flatMap((value) => textOf(value) ?? []);
}
