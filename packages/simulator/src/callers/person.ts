import type { Chance } from "../chance/chance.ts";

/** Who calls. Every word of it is one that appears nowhere else, so that a leak is seen. */
export interface Person {
  readonly name: string;
  /** E.164, of Manitoba. */
  readonly number: string;
  readonly accountId: string;
  readonly locale: "en-US" | "en-CA" | "es-US" | "fr-CA";
  readonly reasonId: "billing" | "technical-support" | "order-status" | "sales" | "other";
  /** In the caller's own words. */
  readonly reasonWords: string;
}

/**
 * Found in a text that holds something personal. Hex digits around those of a number are those of an ID or a hash, which
 * may have any in a row.
 */
export const personal =
  /quaxley|QX\d{6}|(?:(?<![\da-f])|%2B)1?2045\d{6}(?![\da-f])|my grandmother's/i;

/** So many have a number and an account of their own; what they say is heard again and again. */
const people = 1000;

export function personOf(call: number, chance: Chance): Person {
  const digits = String(call % people).padStart(6, "0");
  return {
    name: "Quaxley",
    number: `+12045${digits}`,
    accountId: `QX${digits}`,
    locale: chance.pick("locale", ["en-US", "en-CA", "es-US", "fr-CA"]),
    reasonId: chance.pick("reason", [
      "billing",
      "technical-support",
      "order-status",
      "sales",
      "other",
    ]),
    reasonWords: "my grandmother's bill",
  };
}
