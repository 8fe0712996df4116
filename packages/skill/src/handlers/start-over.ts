import type { RequestHandler } from "ask-sdk-core";
import { ask } from "../alexa/ask.ts";
import { turnOf } from "../alexa/turn.ts";
import { newConversation } from "../conversation/conversation.ts";
import { isIntent } from "./is-intent.ts";

/** Forgets what was gathered. Nothing is stored yet, so the context ID can stay; so does what was asked once. */
export const startOverHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, "AMAZON.StartOverIntent"),
  handle(input) {
    const { contextId, consentAsked } = turnOf(input).conversation;
    const conversation = { ...newConversation(contextId), ...(consentAsked && { consentAsked }) };
    return ask(input, { conversation, remarks: ["starting-over"] });
  },
};
