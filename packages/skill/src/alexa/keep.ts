import type { HandlerInput } from "ask-sdk-core";
import type { Conversation } from "../conversation/conversation.ts";

/** Keeps a conversation, or nothing, in the session, where the request has one. */
export function keep(input: HandlerInput, conversation: Conversation | Record<string, never>) {
  if (!input.requestEnvelope.session) return;
  input.attributesManager.setSessionAttributes({ ...conversation });
}
