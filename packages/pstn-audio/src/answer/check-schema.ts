import { isRawObject } from "../raw-fields.ts";
import type { AnswerError } from "./answer-problem.ts";
import { invalidAnswer } from "./invalid-answer.ts";

/** Whether there is an answer at all, of the schema version of the event. */
export function checkSchema(raw: unknown): readonly AnswerError[] {
  if (isBlank(raw)) return [blank];
  if (!isRawObject(raw)) return [mismatch("", notAnObject(raw))];
  return raw.SchemaVersion === "1.0" ? [] : [mismatch("SchemaVersion", notVersion1(raw))];
}

const blank = invalidAnswer({
  field: "",
  message: "Response is blank or null",
  hint: 'at least {"SchemaVersion":"1.0"} is needed',
});

function mismatch(field: string, hint: string): AnswerError {
  return invalidAnswer({
    field,
    errorType: "SchemaVersionMismatch",
    message:
      "The schema version in the invocation request does not match the schema version in the response.",
    hint,
  });
}

function isBlank(raw: unknown): boolean {
  return raw === undefined || raw === null || (typeof raw === "string" && raw.trim() === "");
}

function notAnObject(raw: unknown): string {
  return typeof raw === "string"
    ? "the answer is a string; return the object itself, not JSON.stringify of it"
    : "the answer is not an object";
}

function notVersion1(raw: object): string {
  return "statusCode" in raw || "body" in raw
    ? 'is not "1.0"; the service does not look into the body of an API Gateway answer'
    : 'is not "1.0"';
}
