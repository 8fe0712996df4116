import { getRequestType, type HandlerInput, type RequestHandler } from "ask-sdk-core";
import { readAlexaAccess } from "../alexa/alexa-access.ts";
import { callIntentName } from "../alexa/call-intent.ts";
import { turnOf } from "../alexa/turn.ts";
import { CallFailure } from "../calls/call-failure.ts";
import type { CallStarter } from "../calls/call-starter.ts";
import { endWithFailure } from "./end-with-failure.ts";
import { isIntent } from "./is-intent.ts";

/** Whoever can never be called from where they are hears so before the first question, not after the last one. */
export function cannotCallHandler(starter: Pick<CallStarter, "check">): RequestHandler {
  return {
    canHandle: (input) => beginsCall(input) && isOutsideRegion(input, starter),
    handle: (input) => endWithFailure(input, "request.outside-north-america"),
  };
}

function beginsCall(input: HandlerInput): boolean {
  const isLaunch = getRequestType(input.requestEnvelope) === "LaunchRequest";
  const isFirst = turnOf(input).conversation.asked === undefined;
  return isLaunch || (isFirst && isIntent(input, callIntentName));
}

/** What else a request lacks may be there in the next one; the account's region stays. */
function isOutsideRegion(input: HandlerInput, starter: Pick<CallStarter, "check">): boolean {
  try {
    starter.check(readAlexaAccess(input.requestEnvelope));
    return false;
  } catch (error) {
    return error instanceof CallFailure && error.code === "request.outside-north-america";
  }
}
