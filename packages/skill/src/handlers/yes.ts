import type { RequestHandler } from "ask-sdk-core";
import { ask, openQuestion } from "../alexa/ask.ts";
import { turnOf } from "../alexa/turn.ts";
import type { AnswerYes } from "./answer-yes.ts";
import { isIntent } from "./is-intent.ts";

/** A "yes" outside the dialog, as many devices send it: it counts only for the question whether to call. */
export function yesHandler(answerYes: AnswerYes): RequestHandler {
  return {
    canHandle: (input) => isIntent(input, "AMAZON.YesIntent"),
    handle(input) {
      const { conversation } = turnOf(input);
      const open = openQuestion(conversation);
      if (conversation.asked === "confirmation") return answerYes(input, conversation);
      return ask(input, { conversation, remarks: [] }, open);
    },
  };
}
