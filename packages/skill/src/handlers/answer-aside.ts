import { type Aside, asideIn, type SpokenValue } from "@skill-call/call-form";
import type { HandlerInput } from "ask-sdk-core";
import type { Intent, Response } from "ask-sdk-model";
import { askWithHelp } from "../alexa/ask.ts";
import { turnOf } from "../alexa/turn.ts";
import type { Spoken } from "../conversation/conversation.ts";
import { fieldAsked } from "../conversation/question.ts";
import { reasonSlotValue } from "../conversation/reason.ts";
import { negatedAnswers } from "../interceptors/danger.ts";
import type { AnswerYes } from "./answer-yes.ts";
import { tellCompanyFact, waitForCaller } from "./asides.ts";
import { askToRepeat } from "./ask-again.ts";
import { answerToNo, answerToYes, goOnWithout } from "./yes-or-no.ts";

/** Answers what was said besides answering: Alexa may put it into any slot. `undefined` where it is an answer. */
export function answerAside(
  input: HandlerInput,
  spoken: Spoken,
  answerYes: AnswerYes,
): Response | Promise<Response> | undefined {
  const aside = asideOf(input, spoken);
  return aside && answers[aside](input, answerYes);
}

/** The same for "I'd rather not say", which may come as a value, "I'd rather", and one that is not meant. */
export function answerNegatedAside(
  input: HandlerInput,
  intent: Intent,
  answerYes: AnswerYes,
): Response | Promise<Response> | undefined {
  const { catalog, hearing } = turnOf(input);
  const phrases = negatedAnswers(intent, hearing.form, catalog.safety.negation);
  const [aside] = phrases.flatMap(({ phrase }) => asideIn(phrase, hearing.words) ?? []);
  return aside && answers[aside](input, answerYes);
}

/** The aside that is all that was said; what else the slots hold is known. */
function asideOf(input: HandlerInput, spoken: Spoken): Aside | undefined {
  const { conversation, hearing } = turnOf(input);
  const { answers: known, reason } = conversation;
  const isNew = ([id, { words }]: [string, SpokenValue]) =>
    words !== String(known[id]) && words !== (reason && reasonSlotValue(reason));
  const [only, ...others] = Object.entries(spoken).filter(isNew);
  if (only === undefined || others.length > 0) return undefined;
  const [id, { words, id: value }] = only;
  const isAnswer = value !== undefined || fieldAsked(hearing.form, id)?.kind === "words";
  return isAnswer ? undefined : asideIn(words, hearing.words);
}

type AnswerAside = (input: HandlerInput, answerYes: AnswerYes) => Response | Promise<Response>;

const answers: Readonly<Record<Aside, AnswerAside>> = {
  wait: waitForCaller,
  help: askWithHelp,
  repeat: askToRepeat,
  yes: (input, answerYes) => answerToYes(input, answerYes),
  no: answerToNo,
  hours: (input) => tellCompanyFact(input, "hours"),
  number: (input) => tellCompanyFact(input, "number"),
  who: (input) => tellCompanyFact(input, "who"),
  "dont-know": goOnWithout,
};
