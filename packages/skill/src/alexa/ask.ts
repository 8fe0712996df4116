import type { HandlerInput } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import type { Conversation } from "../conversation/conversation.ts";
import type { Heard } from "../conversation/heard.ts";
import { nextQuestion } from "../conversation/next-question.ts";
import { isSlotQuestion, type Question } from "../conversation/question.ts";
import type { Remark } from "../conversation/remark.ts";
import type { Catalog, Prompt } from "../locales/catalog.ts";
import { inSequence, type Ssml } from "../speech/ssml.ts";
import { callIntentOf } from "./call-intent.ts";
import { keep } from "./keep.ts";
import { turnOf } from "./turn.ts";

/** Says what there is to say about what was heard, and asks the next question, or the given one. */
export function ask(
  input: HandlerInput,
  { conversation, remarks }: Heard,
  question: Question = nextQuestion(conversation),
): Response {
  const { catalog } = turnOf(input);
  const said = remarks.map((remark) => remarkSpeech(remark, catalog));
  return askAfter(input, said, { ...conversation, asked: question });
}

/** Answers a call for help with the question that is open. */
export function askWithHelp(input: HandlerInput): Response {
  const { catalog, conversation } = turnOf(input);
  const asked = openQuestion(conversation);
  return askAfter(input, [promptFor(asked, conversation, catalog).help], {
    ...conversation,
    asked,
  });
}

/** The question that the caller was asked last, or the first one. */
export function openQuestion(conversation: Conversation): Question {
  return conversation.asked ?? nextQuestion(conversation);
}

function askAfter(
  input: HandlerInput,
  said: readonly Ssml[],
  conversation: Conversation & { readonly asked: Question },
): Response {
  const { responseBuilder } = input;
  const prompt = promptFor(conversation.asked, conversation, turnOf(input).catalog);
  keep(input, conversation);
  responseBuilder.speak(inSequence([...said, prompt.ask]).markup).reprompt(prompt.reprompt.markup);
  addDialogDirective(input, conversation);
  return responseBuilder.getResponse();
}

/** A correction is left open: what the caller says next is matched with the whole model, not with one slot. */
function addDialogDirective(
  { responseBuilder }: HandlerInput,
  conversation: Conversation & { readonly asked: Question },
): void {
  const { asked } = conversation;
  if (isSlotQuestion(asked)) {
    responseBuilder.addElicitSlotDirective(asked, callIntentOf(conversation));
  } else if (asked === "confirmation") {
    responseBuilder.addConfirmIntentDirective(callIntentOf(conversation));
  }
}

function promptFor(question: Question, { reason }: Conversation, catalog: Catalog): Prompt {
  if (question !== "confirmation") return catalog.questions[question];
  return catalog.confirmation(reason?.id ?? "other");
}

function remarkSpeech(remark: Remark, catalog: Catalog): Ssml {
  if (typeof remark === "string") return catalog.remarks[remark];
  if ("callerName" in remark) return catalog.nameHeard(remark.callerName);
  return catalog.accountIdHeard(remark.accountId);
}
