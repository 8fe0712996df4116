import type { HandlerInput } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import type { Conversation, Doubt } from "../conversation/conversation.ts";
import { inSequence, type Ssml } from "../speech/ssml.ts";
import { keep } from "./keep.ts";
import { showQuestion } from "./show.ts";
import { turnOf } from "./turn.ts";

/**
 * Asks whether there is an emergency. The question is not a slot of a dialog: the answer is matched with the whole
 * model, and the conversation stays where it was.
 */
export function askWhetherEmergency(
  input: HandlerInput,
  conversation: Conversation & { readonly doubt: Doubt },
  ...said: readonly Ssml[]
): Response {
  const { ask, reprompt } = turnOf(input).catalog.emergencyQuestion;
  keep(input, conversation);
  showQuestion(input, "emergency", conversation);
  return input.responseBuilder
    .speak(inSequence([...said, ask]).markup)
    .reprompt(reprompt.markup)
    .getResponse();
}
