import { callIntentName } from "@skill-call/call-form";
import { getRequestType, type HandlerInput, type RequestHandler } from "ask-sdk-core";
import { readAlexaAccess } from "../alexa/alexa-access.ts";
import { end } from "../alexa/end.ts";
import { turnOf } from "../alexa/turn.ts";
import { CallFailure, type CallFailureCode } from "../calls/call-failure.ts";
import type { CallStarter } from "../calls/call-starter.ts";
import { endWithFailure } from "./end-with-failure.ts";
import { isIntent } from "./is-intent.ts";

/** A caller who cannot be called where they are hears so before the first question, not after the last one. */
export function cannotCallHandler(starter: Pick<CallStarter, "check">): RequestHandler {
  return {
    canHandle: (input) => beginsCall(input) && obstacle(input, starter) !== undefined,
    handle: (input) => endWithFailure(input, obstacle(input, starter) ?? "request.no-device"),
  };
}

/** These stay as they are for the whole session; a token may come with the next request. */
const lasting: readonly CallFailureCode[] = [
  "request.outside-north-america",
  "request.no-device",
  "request.no-device-id",
];

/** Outside the hours, where the form says that nobody is called then. */
export const closedHandler: RequestHandler = {
  canHandle(input) {
    const { isOpen, hearing } = turnOf(input);
    return !isOpen && hearing.form.hours?.outside === "no-call" && beginsCall(input);
  },
  handle: (input) => end(input, turnOf(input).catalog.closed),
};

function beginsCall(input: HandlerInput): boolean {
  const isLaunch = getRequestType(input.requestEnvelope) === "LaunchRequest";
  const isFirst = turnOf(input).conversation.asked === undefined;
  return isLaunch || (isFirst && isIntent(input, callIntentName));
}

function obstacle(
  input: HandlerInput,
  starter: Pick<CallStarter, "check">,
): CallFailureCode | undefined {
  try {
    starter.check(readAlexaAccess(input.requestEnvelope));
    return undefined;
  } catch (error) {
    const code = error instanceof CallFailure ? error.code : undefined;
    return lasting.find((each) => each === code);
  }
}
