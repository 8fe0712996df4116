import * as v from "valibot";

/**
 * Text of a body, of so many characters that the pattern allows. A pattern, since JSON Schema counts characters, and
 * valibot's lengths UTF-16 units. The messages never repeat the text: it may be personal data.
 */
export function text(most: number, { character, without = "" }: Characters) {
  const message = `must be text of 1 to ${most} characters${without && `, without ${without}`}`;
  return v.pipe(v.string(message), v.regex(new RegExp(`^${character}{1,${most}}$`, "u"), message));
}

export interface Characters {
  /** A pattern of one character. */
  readonly character: string;
  /** What that leaves out, in words. */
  readonly without?: string;
}
