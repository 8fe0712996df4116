import type { CallForm } from "@skill-call/call-form";
import { getRequestType, type HandlerInput, type RequestHandler } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import { ask, askWithHelp, openQuestion } from "../alexa/ask.ts";
import { end } from "../alexa/end.ts";
import { turnOf } from "../alexa/turn.ts";
import type { Conversation } from "../conversation/conversation.ts";
import { hearNothing, isHopeless } from "../conversation/no-answer.ts";
import type { Remark } from "../conversation/remark.ts";
import { isIntent } from "./is-intent.ts";

/** The caller was not understood: asks again, goes on without the answer, or gives up after too many times. */
export function askAgain(input: HandlerInput): Response {
  const { catalog, conversation, hearing } = turnOf(input);
  const heard = hearNothing(hearing.form, conversation);
  if (isHopeless(hearing.form, heard.conversation))
    return end(input, catalog.farewells["cannot-hear"]);
  const open = openQuestion(input);
  return open === "change" ? ask(input, heard, open) : ask(input, heard);
}

/** Whatever no other handler takes: AMAZON.FallbackIntent, and intents that the models do not have yet. */
export const fallbackHandler: RequestHandler = {
  canHandle: ({ requestEnvelope }) => getRequestType(requestEnvelope) === "IntentRequest",
  handle: askAgain,
};

export const helpHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, "AMAZON.HelpIntent"),
  handle: askWithHelp,
};

/** Asks the open question again; before the call with account ID and phone number, which are the hardest to remember. */
export const repeatHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, "AMAZON.RepeatIntent"),
  handle: askToRepeat,
};

export function askToRepeat(input: HandlerInput): Response {
  const { conversation, hearing } = turnOf(input);
  const question = openQuestion(input);
  const remarks = question === "confirmation" ? readBack(hearing.form, conversation) : [];
  return ask(input, { conversation, remarks }, question);
}

function readBack({ fields }: CallForm, { answers }: Conversation): Remark[] {
  return fields.flatMap(({ id, kind, readBack }): Remark[] => {
    const value = answers[id];
    const isLong = kind === "account-id" || kind === "phone";
    return value !== undefined && readBack && isLong ? [{ field: id, says: "heard", value }] : [];
  });
}
