import { getRequest, getRequestType, type HandlerInput, type RequestHandler } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import { waitForAnswer } from "../alexa/ask.ts";
import { type ConsentAnswer, type ConsentResult, consentAnswer } from "../alexa/consent.ts";
import { mobileNumberScope } from "../alexa/mobile-number.ts";
import { turnOf } from "../alexa/turn.ts";
import type { CallFailureCode } from "../calls/call-failure.ts";
import { inSequence } from "../speech/ssml.ts";
import type { AnswerYes } from "./answer-yes.ts";
import { endWithFailure } from "./end-with-failure.ts";

const failures: Readonly<Record<Exclude<ConsentAnswer, "accepted">, CallFailureCode>> = {
  denied: "consent.denied",
  "not-answered": "consent.not-answered",
  "not-asked": "profile.access-denied",
};

/** Back from the question for consent: the caller had said yes to the call before it. */
export function sessionResumedHandler(answerYes: AnswerYes): RequestHandler {
  return {
    canHandle: ({ requestEnvelope }) =>
      ["SessionResumedRequest", "Connections.Response"].includes(getRequestType(requestEnvelope)),
    handle: (input) => resume(input, answerYes),
  };
}

async function resume(input: HandlerInput, answerYes: AnswerYes): Promise<Response> {
  const answer = consentAnswer(getRequest<ConsentResult>(input.requestEnvelope));
  if (answer === "not-asked") return endWithFailure(input, failures[answer]);
  if (answer !== "accepted") return waitForConsent(input, failures[answer]);
  return answerYes(input, turnOf(input).conversation);
}

/** Nothing that was said is lost: once the caller has allowed it on the card, a yes is enough. */
function waitForConsent(input: HandlerInput, code: CallFailureCode): Response {
  const { catalog, conversation } = turnOf(input);
  const said = inSequence([catalog.failures[code], catalog.remark("after-consent")]);
  // Without a session or a token nothing is left to go on with.
  if (conversation.asked === undefined) return endWithFailure(input, code);
  input.responseBuilder.withAskForPermissionsConsentCard([mobileNumberScope]);
  return waitForAnswer(input, said);
}
