import type { RequestHandler } from "ask-sdk-core";
import { ask, openQuestion } from "../alexa/ask.ts";
import { turnOf } from "../alexa/turn.ts";
import { hearValue } from "../conversation/hear.ts";
import { fieldAsked } from "../conversation/question.ts";
import type { AnswerYes } from "./answer-yes.ts";
import { isIntent } from "./is-intent.ts";

/** A "yes" outside the dialog, as many devices send it: it counts for the call and for what is asked for a yes. */
export function yesHandler(answerYes: AnswerYes): RequestHandler {
  return {
    canHandle: (input) => isIntent(input, "AMAZON.YesIntent"),
    handle(input) {
      const { conversation, hearing } = turnOf(input);
      const open = openQuestion(input);
      if (conversation.asked === "confirmation") return answerYes(input, conversation);
      const field = fieldAsked(hearing.form, open);
      if (field?.kind === "yes-no") return ask(input, hearValue(conversation, field, true));
      return ask(input, { conversation, remarks: [] }, open);
    },
  };
}
