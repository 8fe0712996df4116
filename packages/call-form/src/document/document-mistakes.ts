import * as v from "valibot";
import type { FormMistake } from "../errors.ts";

/** A JSON pointer (RFC 6901) of keys and indexes. */
export function pointerOf(steps: readonly (string | number)[]): string {
  return steps
    .map((step) => `/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`)
    .join("");
}

export type Checked<Output> =
  | { readonly output: Output; readonly mistakes: readonly [] }
  | { readonly output?: never; readonly mistakes: readonly FormMistake[] };

/** A document by its schema, or everything in it that does not fit. */
export function checkDocument<Schema extends v.GenericSchema>(
  schema: Schema,
  document: string,
  content: unknown,
): Checked<v.InferOutput<Schema>> {
  const { success, output, issues } = v.safeParse(schema, content);
  if (success) return { output, mistakes: [] };
  return {
    mistakes: issues.map((issue) => ({
      document,
      pointer: pointerOf((issue.path ?? []).map(({ key }) => key as string | number)),
      problem: problemOf(issue),
    })),
  };
}

/** The schema's own message, or what is wrong in our words. A form holds nothing personal: values may be quoted. */
function problemOf(issue: v.BaseIssue<unknown>): string {
  const { type, expected, received, input, message } = issue;
  if (type === "strict_object" && expected === "never") return "is not known here";
  if (input === undefined) return "is missing";
  if (!message.startsWith("Invalid ")) return message;
  const options = expected?.replace(/^\(|\)$/g, "").replaceAll(" | ", ", ");
  if (type === "picklist") return `must be one of ${options}`;
  return `must be ${nouns[type] ?? expected}, not ${received}`;
}

const nouns: Readonly<Record<string, string>> = {
  array: "a list",
  boolean: "true or false",
  number: "a number",
  object: "an object",
  record: "an object",
  strict_object: "an object",
  string: "a text",
  min_value: "a larger number",
  max_value: "a smaller number",
};
