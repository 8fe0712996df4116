import { dontKnowIntentName } from "@skill-call/call-form";
import type { HandlerInput, RequestHandler } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import { ask, openQuestion } from "../alexa/ask.ts";
import { end } from "../alexa/end.ts";
import { turnOf } from "../alexa/turn.ts";
import type { Conversation } from "../conversation/conversation.ts";
import { hearValue } from "../conversation/hear.ts";
import { hearDontKnow, isHopeless } from "../conversation/no-answer.ts";
import { fieldAsked } from "../conversation/question.ts";
import type { AnswerYes } from "./answer-yes.ts";
import { askAgain } from "./ask-again.ts";
import { isIntent } from "./is-intent.ts";

/** A "yes" outside the dialog, as many devices send it: it counts for the call and for what is asked for a yes. */
export function yesHandler(answerYes: AnswerYes): RequestHandler {
  return {
    canHandle: (input) => isIntent(input, "AMAZON.YesIntent"),
    handle: (input) => answerToYes(input, answerYes),
  };
}

export function answerToYes(
  input: HandlerInput,
  answerYes: AnswerYes,
): Response | Promise<Response> {
  const { conversation, hearing } = turnOf(input);
  const open = openQuestion(input);
  if (conversation.asked === "confirmation") return answerYes(input, conversation);
  const field = fieldAsked(hearing.form, open);
  if (field?.kind === "yes-no") return ask(input, hearValue(conversation, field, true));
  // "Yes" to a question for something is not an answer, nor is it to what to change.
  return field === undefined ? ask(input, { conversation, remarks: [] }, open) : askAgain(input);
}

/** A "no" outside the dialog. */
export const noHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, "AMAZON.NoIntent"),
  handle: answerToNo,
};

export function answerToNo(input: HandlerInput): Response {
  const { catalog, conversation, hearing } = turnOf(input);
  const open = openQuestion(input);
  if (open === "confirmation") return refuseCall(input, conversation);
  // Nothing to change, and no call.
  if (open === "change") return end(input, catalog.farewells.stopped);
  const field = fieldAsked(hearing.form, open);
  if (field?.kind === "yes-no") return ask(input, hearValue(conversation, field, false));
  // "Do you have one?" – "No."
  return field?.kind === "reason" ? askAgain(input) : goOnWithout(input);
}

/** "I don't know it": the call goes on without an answer. */
export const dontKnowHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, dontKnowIntentName),
  handle: goOnWithout,
};

export function goOnWithout(input: HandlerInput): Response {
  const { catalog, conversation, hearing } = turnOf(input);
  const heard = hearDontKnow(hearing.form, conversation);
  if (isHopeless(hearing.form, heard.conversation))
    return end(input, catalog.farewells["cannot-hear"]);
  return ask(input, heard);
}

/** The caller does not want this call: offers to change what was gathered. */
export function refuseCall(input: HandlerInput, conversation: Conversation): Response {
  return ask(input, { conversation, remarks: ["not-calling"] }, "change");
}
