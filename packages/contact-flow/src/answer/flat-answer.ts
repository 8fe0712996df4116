import { AnswerTooLargeError } from "../errors.ts";

/** What stands for "nothing" in an answer: a flow cannot compare with an empty text, nor with a key that is missing. */
export const nothing = "none";

/** Connect's limit on what a Lambda answers (Administrator Guide, "Invoke AWS Lambda functions"), UTF-8. */
export const maxAnswerBytes = 32 * 1024;

/** An answer in which every key has a text: what the response type STRING_MAP asks for. */
export type FlatAnswer<Key extends string> = Readonly<Record<Key, string>>;

/**
 * A writer of answers that have all of `keys`, always: a key without a value, or with an empty one, becomes
 * {@link nothing}. So a flow that compares `$.External.<key>` always finds a word.
 *
 * @example
 * const write = flatAnswer(["route", "number"]);
 * write({ route: "pstn" }); // { route: "pstn", number: "none" }
 */
export function flatAnswer<const Key extends string>(keys: readonly Key[]) {
  /** @throws {AnswerTooLargeError} when Connect would not take it. */
  return (values: { readonly [K in Key]?: string | undefined }): FlatAnswer<Key> => {
    const entries = keys.map((key) => [key, wordOf(values[key])] as const);
    const answer = Object.fromEntries(entries) as Record<Key, string>;
    const bytes = new TextEncoder().encode(JSON.stringify(answer)).length;
    if (bytes > maxAnswerBytes) throw new AnswerTooLargeError(bytes, maxAnswerBytes);
    return answer;
  };
}

function wordOf(value: string | undefined): string {
  return value === undefined || value.trim() === "" ? nothing : value;
}
