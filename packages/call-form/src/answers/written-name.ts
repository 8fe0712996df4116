/** Stand small within a name: "María de los Ángeles". */
const particles = ["de", "del", "la", "las", "los", "y", "du", "des", "le", "van", "von", "der"];

/**
 * A name as it is written. Alexa hands names over in lower case, and a person reads them; a name with a capital
 * letter anywhere is taken as it is.
 */
export function writtenName(spoken: string): string {
  if (/\p{Lu}|\p{Lt}/u.test(spoken)) return spoken;
  return spoken.replace(/[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu, (word, at: number) =>
    at > 0 && particles.includes(word) ? word : capitalised(word),
  );
}

/** "o'neil" and "d'angelo" have two capitals, "mary's" one. */
function capitalised(word: string): string {
  return word.replace(/^\p{L}|(?<=^\p{L}['’])\p{L}/gu, (letter) => letter.toUpperCase());
}
