import type * as v from "valibot";

/**
 * The message of a value that does not fit: what is wrong, and an example of a right one. It never repeats
 * the value: it goes to a log.
 */
export function requirement(problem: string, example: string) {
  return ({ input }: Pick<v.BaseIssue<unknown>, "input">): string => {
    const missing = input === undefined || input === "";
    return `${missing ? "is missing" : problem}; example: ${example}`;
  };
}
