import type { Spoken } from "./hear.ts";

/**
 * Whether the caller speaks of an emergency, in any slot. `words` match lower-case text without accents.
 * A skill must not place such a call, nor delay the caller.
 */
export function isEmergency(spoken: Spoken, words: RegExp): boolean {
  const said = [spoken.callerName, spoken.accountId, spoken.reason?.words];
  return said.some((text) => text !== undefined && words.test(withoutAccents(text)));
}

function withoutAccents(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
