import type { HandlerInput } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import { ask } from "../alexa/ask.ts";
import type { Conversation } from "../conversation/conversation.ts";

/** The caller does not want this call: offers to change what was gathered. */
export function refuseCall(input: HandlerInput, conversation: Conversation): Response {
  return ask(input, { conversation, remarks: ["not-calling"] }, "change");
}
