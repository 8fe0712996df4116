import type { RequestEnvelope } from "ask-sdk-model";
import * as v from "valibot";
import { RequestFormatError } from "../errors.ts";

/** What is of another kind than Alexa sends is taken for absent. */
function ifSound<Schema extends v.GenericSchema>(schema: Schema) {
  return v.fallback(v.optional(schema), undefined);
}

const application = ifSound(v.looseObject({ applicationId: ifSound(v.string()) }));
const anyObject = v.custom<object>(
  (value) => typeof value === "object" && value !== null && !Array.isArray(value),
);

/**
 * Bytes of a session, as JSON. Alexa takes 24 KB in an answer, which holds what came and what was said since; what callers say
 * comes to a few KB.
 */
const largestAttributes = 16_384;

const attributes = v.pipe(anyObject, v.check(isKept));

function isKept(attributes: object): boolean {
  try {
    return Buffer.byteLength(JSON.stringify(attributes)) <= largestAttributes;
  } catch {
    // Nested deeper than anybody could go.
    return false;
  }
}

/** What is read before, or after, an error handler could answer; handlers check what they use themselves. */
const envelopeSchema = v.looseObject({
  request: v.looseObject({
    type: v.string(),
    requestId: ifSound(v.string()),
    locale: ifSound(v.string()),
    intent: ifSound(v.looseObject({ name: v.string() })),
    reason: ifSound(v.string()),
    error: ifSound(v.looseObject({ type: ifSound(v.string()) })),
  }),
  session: ifSound(
    v.looseObject({ new: ifSound(v.boolean()), attributes: ifSound(attributes), application }),
  ),
  context: ifSound(
    v.looseObject({
      System: ifSound(
        v.looseObject({
          application,
          device: ifSound(v.looseObject({ supportedInterfaces: ifSound(anyObject) })),
        }),
      ),
    }),
  ),
});

/** Requests that are about an intent. */
const withIntent = ["IntentRequest", "CanFulfillIntentRequest"];

/**
 * Takes a Lambda event for what Alexa sends; parts that may be missing are checked where they are used.
 * @throws {RequestFormatError} when it holds no request
 */
export function readEnvelope(event: unknown): RequestEnvelope {
  const { success, output, issues } = v.safeParse(envelopeSchema, event);
  if (!success) throw new RequestFormatError(v.getDotPath(issues[0]) ?? "the event");
  const { type, intent } = output.request;
  if (withIntent.includes(type) && !intent) throw new RequestFormatError("request.intent.name");
  return output as unknown as RequestEnvelope;
}
