import type { HandlerInput, RequestHandler } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import { ask, openQuestion } from "../alexa/ask.ts";
import { end } from "../alexa/end.ts";
import { turnOf } from "../alexa/turn.ts";
import { hearDontKnow } from "../conversation/no-answer.ts";
import type { Question } from "../conversation/question.ts";
import { isIntent } from "./is-intent.ts";
import { refuseCall } from "./refuse-call.ts";

/** A "no" outside the dialog. */
export const noHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, "AMAZON.NoIntent"),
  handle: (input) => answers[openQuestion(turnOf(input).conversation)](input),
};

const answers: Readonly<Record<Question, (input: HandlerInput) => Response>> = {
  callerName: sameQuestion,
  /** "Do you have one?" – "No." */
  accountId: (input) => ask(input, hearDontKnow(turnOf(input).conversation)),
  reason: sameQuestion,
  confirmation: (input) => refuseCall(input, turnOf(input).conversation),
  /** Nothing to change, and no call. */
  change: (input) => end(input, turnOf(input).catalog.farewells.stopped),
};

function sameQuestion(input: HandlerInput): Response {
  return ask(input, { ...turnOf(input), remarks: [] });
}
