import * as v from "valibot";

/** Text of a body. The messages never repeat it: it may be personal data. */
export function text(most: number) {
  const message = `must be text of 1 to ${most} characters`;
  return v.pipe(v.string(message), v.minLength(1, message), v.maxLength(most, message));
}
