import { isRawObject } from "../raw-fields.ts";
import { isAbsent } from "../rules/parameter-rules.ts";
import type { AnswerError } from "./answer-problem.ts";
import { invalidAnswer } from "./invalid-answer.ts";

/** 20 KB, measured as JSON in UTF-8. */
const mostBytes = 20 * 1024;

/** TransactionAttributes: a map of strings, not too many and not too large. */
export function checkAttributes(
  attributes: unknown,
  maxAttributes: number,
): readonly AnswerError[] {
  if (isAbsent(attributes)) return [];
  if (!isRawObject(attributes)) return [notStrings("TransactionAttributes", "is not an object")];
  const problems = Object.entries(attributes)
    .filter(([, value]) => typeof value !== "string")
    .map(([name]) => notStrings(`TransactionAttributes.${name}`, "is not a string"));
  if (Object.keys(attributes).length > maxAttributes) problems.push(tooMany(maxAttributes));
  return problems.length === 0 && isTooLarge(attributes) ? [tooLarge] : problems;
}

function isTooLarge(attributes: object): boolean {
  return new TextEncoder().encode(JSON.stringify(attributes)).length > mostBytes;
}

function tooMany(maxAttributes: number): AnswerError {
  return invalidAnswer({
    field: "TransactionAttributes",
    errorType: "TransactionAttributesInvalidMapSize",
    message: `Transaction Attributes has too many mappings. Maximum number of mappings is ${maxAttributes}`,
    hint: `has more than ${maxAttributes} keys`,
  });
}

const tooLarge = invalidAnswer({
  field: "TransactionAttributes",
  message: "Transaction Attributes is too large.",
  hint: "is larger than 20 KB",
});

function notStrings(field: string, hint: string): AnswerError {
  return invalidAnswer({
    field,
    message: "Transaction Attributes must be a map of strings.",
    hint,
  });
}
