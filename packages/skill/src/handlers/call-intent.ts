import { callIntentName, type Field } from "@skill-call/call-form";
import { getRequest, type HandlerInput, type RequestHandler } from "ask-sdk-core";
import type { IntentRequest, Response } from "ask-sdk-model";
import { ask } from "../alexa/ask.ts";
import {
  hasUnheard,
  readCallIntent,
  rejectedField,
  rejectsAnything,
} from "../alexa/call-intent.ts";
import { end } from "../alexa/end.ts";
import { turnOf } from "../alexa/turn.ts";
import { type Spoken, takenBack } from "../conversation/conversation.ts";
import { hear } from "../conversation/hear.ts";
import { isHopeless } from "../conversation/no-answer.ts";
import { hearWish, isBareWish } from "../conversation/wish.ts";
import { answerAside, answerNegatedAside } from "./answer-aside.ts";
import type { AnswerYes } from "./answer-yes.ts";
import { askAgain } from "./ask-again.ts";
import { isIntent } from "./is-intent.ts";
import { refuseCall } from "./yes-or-no.ts";

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
  ports: CallIntentPorts,
): Response | Promise<Response> {
  const { conversation, hearing } = turnOf(input);
  const { intent } = getRequest<IntentRequest>(input.requestEnvelope);
  const spoken = readCallIntent(intent, hearing);
  const negated = answerNegatedAside(input, intent, ports.answerYes);
  if (negated !== undefined) return negated;
  const rejected = rejectedField(intent, hearing);
  if (rejected && isBareWish(conversation, spoken, hearing)) return askInstead(input, rejected);
  const isAnswered =
    intent.confirmationStatus !== undefined && intent.confirmationStatus !== "NONE";
  const aside = isAnswered ? undefined : answerAside(input, spoken, ports.answerYes);
  return aside ?? takeIn(input, spoken, ports);
}

/** "Not billing", and nothing else: asks for what it is then. */
function askInstead(input: HandlerInput, field: Field): Response {
  const { conversation } = turnOf(input);
  const isKnown = field.kind === "reason" ? conversation.reason : conversation.answers[field.id];
  return isKnown === undefined
    ? askAgain(input)
    : ask(input, { conversation: takenBack(conversation, field), remarks: ["changing"] }, field.id);
}

/** Takes in what was said and goes on: to the next question, or to the call. */
export function takeIn(
  input: HandlerInput,
  spoken: Spoken,
  { answerYes }: CallIntentPorts,
): Response | Promise<Response> {
  const { catalog, conversation, hearing } = turnOf(input);
  const { intent } = getRequest<IntentRequest>(input.requestEnvelope);
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
  const isMadeOut = !hasUnheard(intent) && !rejectsAnything(intent, hearing.form);
  const isWish = isMadeOut && isBareWish(conversation, spoken, hearing);
  return isWish ? answerWish(input, answerYes) : askAgain(input);
}

/** "Call them": the word to call where that is the question. */
function answerWish(input: HandlerInput, answerYes: AnswerYes): Response | Promise<Response> {
  const { conversation, hearing } = turnOf(input);
  const { asked } = conversation;
  if (asked === "confirmation" || asked === "change") return answerYes(input, conversation);
  return ask(input, hearWish(hearing.form, conversation));
}
