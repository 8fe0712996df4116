import {
  hoursIntentName,
  numberIntentName,
  waitIntentName,
  whoIntentName,
} from "@skill-call/call-form";
import type { HandlerInput, RequestHandler } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import { ask, openQuestion, waitForAnswer } from "../alexa/ask.ts";
import { turnOf } from "../alexa/turn.ts";
import { isIntent } from "./is-intent.ts";

/** "Hold on". */
export const waitHandler: RequestHandler = {
  canHandle: (input) => isIntent(input, waitIntentName),
  handle: waitForCaller,
};

/** "When are you open?", "What's your number?", "Who is this?" */
export const companyFactsHandlers: readonly RequestHandler[] = (
  [
    [hoursIntentName, "hours"],
    [numberIntentName, "number"],
    [whoIntentName, "who"],
  ] as const
).map(([intent, fact]) => ({
  canHandle: (input) => isIntent(input, intent),
  handle: (input) => tellCompanyFact(input, fact),
}));

/** The question stays open, and nobody hears it again. */
export function waitForCaller(input: HandlerInput): Response {
  const { catalog, conversation } = turnOf(input);
  return conversation.asked === undefined
    ? ask(input, { conversation, remarks: [] })
    : waitForAnswer(input, catalog.remark("waiting"));
}

/** Answers, then asks the open question again. */
export function tellCompanyFact(input: HandlerInput, fact: "hours" | "number" | "who"): Response {
  const { conversation } = turnOf(input);
  return ask(input, { conversation, remarks: [fact] }, openQuestion(input));
}
