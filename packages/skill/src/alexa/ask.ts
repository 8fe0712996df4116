import type { HandlerInput } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import type { Conversation } from "../conversation/conversation.ts";
import type { Heard } from "../conversation/heard.ts";
import { nextQuestion } from "../conversation/next-question.ts";
import { fieldAsked, type Question } from "../conversation/question.ts";
import { inSequence, type Ssml } from "../speech/ssml.ts";
import { callIntentOf } from "./call-intent.ts";
import { keep } from "./keep.ts";
import { turnOf } from "./turn.ts";

/** Says what there is to say about what was heard, and asks the next question, or the given one. */
export function ask(
  input: HandlerInput,
  { conversation, remarks }: Heard,
  question: Question = nextQuestion(turnOf(input).hearing.form, conversation),
): Response {
  const { catalog } = turnOf(input);
  const said = remarks.map((remark) => catalog.remark(remark));
  return askAfter(input, said, { ...conversation, asked: question });
}

/** Answers a call for help with the question that is open. */
export function askWithHelp(input: HandlerInput): Response {
  const { catalog, conversation } = turnOf(input);
  const asked = openQuestion(input);
  return askAfter(input, [catalog.prompt(asked, conversation).help], { ...conversation, asked });
}

/** The question that the caller was asked last, or the first one. */
export function openQuestion(input: HandlerInput): Question {
  const { conversation, hearing } = turnOf(input);
  return conversation.asked ?? nextQuestion(hearing.form, conversation);
}

type Asking = Conversation & { readonly asked: Question };

function askAfter(input: HandlerInput, said: readonly Ssml[], conversation: Asking): Response {
  const { responseBuilder } = input;
  const prompt = turnOf(input).catalog.prompt(conversation.asked, conversation);
  keep(input, conversation);
  responseBuilder.speak(inSequence([...said, prompt.ask]).markup).reprompt(prompt.reprompt.markup);
  addDialogDirective(input, conversation);
  return responseBuilder.getResponse();
}

/** A correction is left open: what the caller says next is matched with the whole model, not with one slot. */
function addDialogDirective(input: HandlerInput, conversation: Asking): void {
  const { responseBuilder } = input;
  const { form } = turnOf(input).hearing;
  const { asked } = conversation;
  const intent = callIntentOf(conversation, form);
  if (asked === "confirmation") responseBuilder.addConfirmIntentDirective(intent);
  else if (fieldAsked(form, asked)) responseBuilder.addElicitSlotDirective(asked, intent);
}
