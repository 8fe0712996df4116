import type { Measure } from "@skill-call/telemetry";
import type { HandlerInput } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import { readAlexaAccess } from "../alexa/alexa-access.ts";
import { ask } from "../alexa/ask.ts";
import { askForConsent } from "../alexa/consent.ts";
import { end } from "../alexa/end.ts";
import { turnOf } from "../alexa/turn.ts";
import type { WhileSlow } from "../alexa/while-slow.ts";
import type { CallStarter } from "../calls/call-starter.ts";
import type { CallOrder, PlaceCall } from "../calls/place-call.ts";
import type { Conversation } from "../conversation/conversation.ts";
import { nextQuestion } from "../conversation/next-question.ts";
import type { Metric } from "../metrics/metric.ts";
import { endWithFailure } from "./end-with-failure.ts";

/** Answers the caller's word to call: places the call and says so, or says why not. */
export type AnswerYes = (input: HandlerInput, conversation: Conversation) => Promise<Response>;

export interface AnswerYesPorts {
  readonly placeCall: PlaceCall;
  readonly whileSlow: WhileSlow;
  readonly rings: CallStarter["rings"];
  readonly measure: Measure<Metric>;
}

export function createAnswerYes({
  placeCall,
  whileSlow,
  rings,
  measure,
}: AnswerYesPorts): AnswerYes {
  return async (input, conversation) => {
    const order = orderOf(input, conversation);
    if (order === undefined) return ask(input, { conversation, remarks: [] });
    const outcome = await whileSlow(input, placeCall(order));
    if (outcome.type === "started") {
      return end(input, turnOf(input).catalog.announcement(rings, conversation));
    }
    const mayAsk = outcome.code === "profile.access-denied" && !conversation.consentAsked;
    if (mayAsk) return askForConsent(input, conversation);
    measure({ name: "CallStartFailed", cause: outcome.code });
    return endWithFailure(input, outcome.code);
  };
}

/** The order for a call; `undefined` while something is still to be asked. */
function orderOf(input: HandlerInput, conversation: Conversation): CallOrder | undefined {
  const { contextId, answers } = conversation;
  const { form } = turnOf(input).hearing;
  if (nextQuestion(form, conversation) !== "confirmation") return undefined;
  const { callerName = turnOf(input).catalog.unnamed } = answers;
  const reason = conversation.reason ?? { id: form.reasons[0] };
  if (typeof callerName !== "string") return undefined;
  const { requestEnvelope } = input;
  const gathered = {
    ...answers,
    callerName,
    // What is spoken can be overheard: an account ID is looked up with it, nobody is let in with it.
    accountIdVerified: false,
    reason,
    ...factsOf(input),
  };
  return { contextId, gathered, access: readAlexaAccess(requestEnvelope) };
}

function factsOf(input: HandlerInput) {
  const { request, context } = input.requestEnvelope;
  const skillId = context?.System?.application?.applicationId;
  const { locale = turnOf(input).catalog.locale } = request;
  return { locale, ...(skillId && { skillId }) };
}
