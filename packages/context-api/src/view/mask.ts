/** Characters at the end that stay: enough to compare with what a caller says, too few to use. */
const mostShown = 4;

/**
 * A number or ID for readers who may not see it whole: at most a third of it, and at most four characters. The length
 * of the rest is not told.
 * @example mask("+12045551111") // "••••1111"
 */
export function mask(text: string): string {
  // By characters: half of a surrogate pair is none.
  const characters = [...text];
  const shown = Math.min(mostShown, Math.floor(characters.length / 3));
  return `••••${characters.slice(characters.length - shown).join("")}`;
}
