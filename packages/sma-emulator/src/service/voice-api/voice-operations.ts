import type { PstnAudio } from "../pstn-audio.ts";
import { createCallBody, readBody, updateCallBody } from "./request-body.ts";

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
