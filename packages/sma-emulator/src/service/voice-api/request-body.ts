import * as v from "valibot";
import { VoiceApiError } from "./voice-api-error.ts";

const texts = v.record(v.string(), v.string("must be a string"), "must be a map");

export const createCallBody = v.object(
  {
    FromPhoneNumber: v.string("must be a string"),
    ToPhoneNumber: v.string("must be a string"),
    SipHeaders: v.nullish(texts),
    ArgumentsMap: v.nullish(texts),
  },
  "must be an object",
);

export const updateCallBody = v.object({ Arguments: texts }, "must be an object");

/**
 * Reads a request's body.
 * @throws {VoiceApiError} BadRequestException naming every member that breaks a rule
 */
export function readBody<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, body);
  if (parsed.success) return parsed.output;
  const problems = parsed.issues.map((issue) => {
    const rule = issue.input === undefined ? "must not be null" : issue.message;
    return `${v.getDotPath(issue) ?? "The body"} ${rule}`;
  });
  throw new VoiceApiError("BadRequestException", `${problems.join("; ")}.`);
}
