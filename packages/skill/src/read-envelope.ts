import type { RequestEnvelope } from "ask-sdk-model";
import * as v from "valibot";
import { RequestFormatError } from "./errors.ts";

const envelopeSchema = v.looseObject({ request: v.looseObject({ type: v.string() }) });

/**
 * Takes a Lambda event for what Alexa sends; parts that may be missing are checked where they are used.
 * @throws {RequestFormatError} when it holds no request
 */
export function readEnvelope(event: unknown): RequestEnvelope {
  const { success, issues } = v.safeParse(envelopeSchema, event);
  if (!success) throw new RequestFormatError(v.getDotPath(issues[0]) ?? "the event");
  return event as RequestEnvelope;
}
