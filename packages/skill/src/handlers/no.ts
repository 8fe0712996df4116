import type { HandlerInput, RequestHandler } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import { ask, openQuestion } from "../alexa/ask.ts";
import { end } from "../alexa/end.ts";
import { turnOf } from "../alexa/turn.ts";
import { hearValue } from "../conversation/hear.ts";
import { hearDontKnow } from "../conversation/no-answer.ts";
import { fieldAsked } from "../conversation/question.ts";
import { isIntent } from "./is-intent.ts";
import { refuseCall } from "./refuse-call.ts";

/** A "no" outside the dialog. */
export const noHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, "AMAZON.NoIntent"),
  handle(input) {
    const { catalog, conversation, hearing } = turnOf(input);
    const open = openQuestion(input);
    if (open === "confirmation") return refuseCall(input, conversation);
    // Nothing to change, and no call.
    if (open === "change") return end(input, catalog.farewells.stopped);
    return answerNo(input, fieldAsked(hearing.form, open));
  },
};

function answerNo(input: HandlerInput, field: ReturnType<typeof fieldAsked>): Response {
  const { conversation, hearing } = turnOf(input);
  if (field?.kind === "yes-no") return ask(input, hearValue(conversation, field, false));
  // "Do you have one?" – "No."
  if (field?.skippable && field.kind !== "reason")
    return ask(input, hearDontKnow(hearing.form, conversation));
  return ask(input, { conversation, remarks: [] });
}
