import { objectOrEmpty, textOf } from "../raw-fields.ts";

/** SipHeaders as they came, letter case kept; of a header with several values the first that is not empty. */
export function readHeaders(value: unknown): Readonly<Record<string, string>> {
  const headers = Object.entries(objectOrEmpty(value)).map(([name, header]) => [
    name,
    firstText(header),
  ]);
  return Object.fromEntries(headers.filter(([, text]) => text !== undefined));
}

function firstText(header: unknown): string | undefined {
  const values: readonly unknown[] = Array.isArray(header) ? header : [header];
  return values.map(textOf).find((text) => text !== undefined);
}
