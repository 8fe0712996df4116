import * as v from "valibot";
import type { PstnAudio } from "../pstn-audio.ts";
import { VoiceApiError } from "./voice-api-error.ts";

/** The operations of the voice API that concern calls. */
export type VoiceOperation = "CreateSipMediaApplicationCall" | "UpdateSipMediaApplicationCall";

export interface VoiceRequest {
  readonly sipMediaApplicationId: string;
  /** Only in the path of an update. */
  readonly transactionId: string;
  readonly body: unknown;
}

export interface VoiceAnswer {
  readonly status: number;
  readonly body: object;
}

export type CallService = Pick<PstnAudio, "createCall" | "updateCall">;

type Operations = Readonly<Record<VoiceOperation, (request: VoiceRequest) => VoiceAnswer>>;

/** The operations as they are asked for and answered on the wire (client-chime-sdk-voice, schemas). */
export function voiceOperationsOn(service: CallService): Operations {
  return {
    CreateSipMediaApplicationCall: ({ sipMediaApplicationId, body }) => {
      const read = readBody(createCallBody, body);
      const { transactionId } = service.createCall({
        sipMediaApplicationId,
        fromPhoneNumber: read.FromPhoneNumber,
        toPhoneNumber: read.ToPhoneNumber,
        ...(read.SipHeaders && { sipHeaders: read.SipHeaders }),
        ...(read.ArgumentsMap && { argumentsMap: read.ArgumentsMap }),
      });
      return { status: 201, body: sipMediaApplicationCall(transactionId) };
    },
    UpdateSipMediaApplicationCall: ({ sipMediaApplicationId, transactionId, body }) => {
      const { Arguments } = readBody(updateCallBody, body);
      service.updateCall({ sipMediaApplicationId, transactionId, arguments: Arguments });
      return { status: 202, body: sipMediaApplicationCall(transactionId) };
    },
  };
}

function sipMediaApplicationCall(transactionId: string): object {
  return { SipMediaApplicationCall: { TransactionId: transactionId } };
}

const texts = v.record(v.string(), v.string("must be a string"), "must be a map");

const createCallBody = v.object(
  {
    FromPhoneNumber: v.string("must be a string"),
    ToPhoneNumber: v.string("must be a string"),
    SipHeaders: v.nullish(texts),
    ArgumentsMap: v.nullish(texts),
  },
  "must be an object",
);

const updateCallBody = v.object({ Arguments: texts }, "must be an object");

/**
 * Reads a request's body.
 * @throws {VoiceApiError} BadRequestException naming every member that breaks a rule
 */
function readBody<Schema extends v.GenericSchema>(
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
