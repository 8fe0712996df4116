import type * as v from "valibot";

/**
 * The message of a value that does not fit: what is wrong, and an example of a right one. It never repeats
 * the value: it goes to a log, and some values are numbers.
 */
export function requirement(problem: string, example: string) {
  return ({ input }: Pick<Issue, "input">): string => {
    const missing = input === undefined || input === "";
    return `${missing ? "is missing" : problem}; example: ${example}`;
  };
}

/** The message of an object that misses a key, has one too many, or is none. */
export function shape(examples: Readonly<Record<string, string>>): (issue: Issue) => string {
  return (issue) => {
    if (issue.expected === "never") return `is not known here; known: ${known(examples)}`;
    const key = String(issue.path?.at(-1)?.key);
    const isMissingKey = issue.input === undefined && Object.hasOwn(examples, key);
    return isMissingKey ? `is missing; example: ${examples[key]}` : "must be an object";
  };
}

type Issue = Pick<v.BaseIssue<unknown>, "input" | "expected" | "path">;

function known(examples: Readonly<Record<string, string>>): string {
  return Object.keys(examples).join(", ");
}
