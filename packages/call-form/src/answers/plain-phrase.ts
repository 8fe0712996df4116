/** A phrase without case, accents and punctuation: Alexa writes one thing in several ways. */
export function plainPhrase(text: string): string {
  const letters = text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/œ/g, "oe");
  return letters.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/** What was worked out of a list once: a language's lists are long, and every turn of a conversation looks them up. */
const known = new WeakMap<readonly string[], ReadonlySet<string>>();

/** Texts as plain phrases, in their order. The list must not change afterwards. */
export function plainPhrases(texts: readonly string[]): ReadonlySet<string> {
  const phrases = known.get(texts) ?? new Set(texts.map(plainPhrase));
  known.set(texts, phrases);
  return phrases;
}

/** Whether one of the texts is this phrase. */
export function isAmong(texts: readonly string[], phrase: string): boolean {
  return plainPhrases(texts).has(phrase);
}

/** A plain phrase without what is said before and after it; one that is nothing else stays as it is. */
export function withoutFillers(phrase: string, fillers: readonly string[]): string {
  const shorter = [...plainPhrases(fillers)]
    .map((filler) => withoutEnds(phrase, filler))
    .find((rest) => rest !== phrase && rest !== "");
  return shorter === undefined ? phrase : withoutFillers(shorter, fillers);
}

function withoutEnds(phrase: string, filler: string): string {
  if (phrase.startsWith(`${filler} `)) return phrase.slice(filler.length + 1);
  return phrase.endsWith(` ${filler}`) ? phrase.slice(0, -filler.length - 1) : phrase;
}
