import type * as v from "valibot";

/**
 * The message of a variable that does not fit: what is wrong, and an example of a right value. It never repeats
 * the value: it goes to a log, and some values are secrets.
 */
export function requirement(problem: string, example: string) {
  return ({ input }: Pick<v.BaseIssue<unknown>, "input">): string =>
    `${input === undefined ? "is missing" : problem}; example: ${example}`;
}
