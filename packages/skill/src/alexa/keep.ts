import type { HandlerInput } from "ask-sdk-core";
import type { Conversation } from "../conversation/conversation.ts";
import { sessionAttributes } from "../conversation/session-attributes.ts";

/** Keeps a conversation, or nothing, in the session, where the request has one. */
export function keep(input: HandlerInput, conversation: Conversation | undefined): void {
  if (!input.requestEnvelope.session) return;
  const attributes = conversation === undefined ? {} : { ...sessionAttributes(conversation) };
  input.attributesManager.setSessionAttributes(attributes);
}
