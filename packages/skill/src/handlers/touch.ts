import { getRequestType, type RequestHandler } from "ask-sdk-core";
import { ask, openQuestion } from "../alexa/ask.ts";
import { turnOf } from "../alexa/turn.ts";
import { fieldAsked } from "../conversation/question.ts";
import { touchOf } from "../screen/touched.ts";

/** What was touched and says no words: a field to change. Anything else on a page that is over asks again. */
export const touchHandler: RequestHandler = {
  canHandle: ({ requestEnvelope }) =>
    getRequestType(requestEnvelope) === "Alexa.Presentation.APL.UserEvent",
  handle(input) {
    const { conversation, hearing } = turnOf(input);
    const touch = touchOf(input.requestEnvelope.request);
    // The session is over, or never was: nobody waits for an answer.
    if (input.requestEnvelope.session === undefined || conversation.asked === undefined)
      return input.responseBuilder.getResponse();
    const field = touch?.[0] === "change" ? fieldAsked(hearing.form, touch[1]) : undefined;
    return ask(input, { conversation, remarks: [] }, field?.id ?? openQuestion(input));
  },
};
