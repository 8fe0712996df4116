import { isHttpFailure } from "../../http/http-failure.ts";
import { CallFailure } from "../call-failure.ts";
import type { CallStarter } from "../call-starter.ts";
import { serviceFailure } from "./service-failure.ts";

/** What CreateSipMediaApplicationCall is sent. */
export interface SipMediaApplicationCall {
  readonly FromPhoneNumber: string;
  readonly ToPhoneNumber: string;
  readonly SipMediaApplicationId: string;
  /** Its SipHeaders never reach the Lambda; these arguments do. */
  readonly ArgumentsMap: { readonly contextId: string };
}

/** @throws {HttpFailure} when the call was not created, or may not have been */
export type CreateSipMediaApplicationCall = (
  call: SipMediaApplicationCall,
  signal: AbortSignal,
) => Promise<void>;

export interface CallbackOptions {
  readonly createCall: CreateSipMediaApplicationCall;
  readonly sipMediaApplicationId: string;
  /** A number of ours that the SIP media application may call from, E.164. */
  readonly fromNumber: string;
}

/** Starts a callback: the SIP media application rings the caller's own phone. */
export function createCallbackStarter(options: CallbackOptions): CallStarter {
  const { createCall, sipMediaApplicationId, fromNumber } = options;
  return {
    name: "callback",
    needsCallerNumber: true,
    rings: "phone",
    mayBeAskedAgain: false,
    // Only the caller's number is needed, and who fetches it checks what that takes.
    check: () => undefined,
    async start({ contextId, callerNumber, signal }) {
      if (callerNumber === undefined) throw new CallFailure("profile.no-number");
      const call = {
        FromPhoneNumber: fromNumber,
        ToPhoneNumber: callerNumber,
        SipMediaApplicationId: sipMediaApplicationId,
        ArgumentsMap: { contextId },
      };
      try {
        await createCall(call, signal);
      } catch (error) {
        throw isHttpFailure(error) ? serviceFailure("callback", error) : error;
      }
    },
  };
}
