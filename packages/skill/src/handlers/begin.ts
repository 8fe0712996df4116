import { getRequestType, type HandlerInput, type RequestHandler } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import { ask } from "../alexa/ask.ts";
import { turnOf } from "../alexa/turn.ts";
import { newConversation, without } from "../conversation/conversation.ts";
import { isIntent } from "./is-intent.ts";

export const launchHandler: RequestHandler = {
  canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === "LaunchRequest",
  handle(input) {
    const conversation = without(turnOf(input).conversation, "doubt");
    return ask(input, { conversation, remarks: ["welcome"] });
  },
};

export const startOverHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, "AMAZON.StartOverIntent"),
  handle: beginAgain,
};

/** Forgets what was gathered. Nothing is stored yet, so the context ID can stay; so does what was asked once. */
export function beginAgain(input: HandlerInput): Response {
  const { contextId, consentAsked } = turnOf(input).conversation;
  const conversation = { ...newConversation(contextId), ...(consentAsked && { consentAsked }) };
  return ask(input, { conversation, remarks: ["starting-over"] });
}
