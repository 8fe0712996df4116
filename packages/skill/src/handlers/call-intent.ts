import { getRequest, type HandlerInput, type RequestHandler } from "ask-sdk-core";
import type { IntentRequest, Response } from "ask-sdk-model";
import { ask } from "../alexa/ask.ts";
import { callIntentName, hasUnheard, readCallIntent } from "../alexa/call-intent.ts";
import { end } from "../alexa/end.ts";
import { turnOf } from "../alexa/turn.ts";
import { hear } from "../conversation/hear.ts";
import { isHopeless } from "../conversation/no-answer.ts";
import { hearWish, isBareWish } from "../conversation/wish.ts";
import type { AnswerYes } from "./answer-yes.ts";
import { askAgain } from "./ask-again.ts";
import { isIntent } from "./is-intent.ts";
import { refuseCall } from "./refuse-call.ts";

export interface CallIntentPorts {
  readonly answerYes: AnswerYes;
}

/** The one intent that gathers: an answer, several answers at once, a correction, or the word to call. */
export function callIntentHandler(ports: CallIntentPorts): RequestHandler {
  return {
    canHandle: (input) => isIntent(input, callIntentName),
    handle: (input) => answerCallIntent(input, ports),
  };
}

export function answerCallIntent(
  input: HandlerInput,
  { answerYes }: CallIntentPorts,
): Response | Promise<Response> {
  const { catalog, conversation, hearing } = turnOf(input);
  const { intent } = getRequest<IntentRequest>(input.requestEnvelope);
  const spoken = readCallIntent(intent, hearing);
  const heard = hear(conversation, spoken, hearing);
  if (isHopeless(hearing.form, heard.conversation))
    return end(input, catalog.farewells["cannot-hear"]);
  const isNews = heard.conversation !== conversation || heard.remarks.length > 0;
  // "No, my account is …" denies the call and corrects it in one breath.
  const corrects = isNews && conversation.asked === "confirmation";
  if (intent.confirmationStatus === "DENIED" && !corrects)
    return refuseCall(input, heard.conversation);
  if (intent.confirmationStatus === "CONFIRMED") return answerYes(input, heard.conversation);
  if (isNews || conversation.asked === undefined) return ask(input, heard);
  const isWish = !hasUnheard(intent) && isBareWish(conversation, spoken, hearing);
  return isWish ? answerWish(input, answerYes) : askAgain(input);
}

/** "Call them": the word to call where that is the question. */
function answerWish(input: HandlerInput, answerYes: AnswerYes): Response | Promise<Response> {
  const { conversation, hearing } = turnOf(input);
  const { asked } = conversation;
  if (asked === "confirmation") return answerYes(input, conversation);
  if (asked === "change") return ask(input, { conversation, remarks: [] });
  return ask(input, hearWish(hearing.form, conversation));
}
