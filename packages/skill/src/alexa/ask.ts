import { changeIntentName, changeSlotName } from "@skill-call/call-form";
import type { HandlerInput } from "ask-sdk-core";
import type { Response } from "ask-sdk-model";
import type { Conversation } from "../conversation/conversation.ts";
import type { Heard } from "../conversation/heard.ts";
import { nextQuestion } from "../conversation/next-question.ts";
import { fieldAsked, type Question } from "../conversation/question.ts";
import { turnOfReason } from "../conversation/reason.ts";
import { inSequence, type Ssml } from "../speech/ssml.ts";
import { callIntentOf } from "./call-intent.ts";
import { keep } from "./keep.ts";
import { showQuestion } from "./show.ts";
import { turnOf } from "./turn.ts";

/** Says what there is to say about what was heard, and asks the next question, or the given one. */
export function ask(
  input: HandlerInput,
  heard: Heard,
  question: Question = nextQuestion(turnOf(input).hearing.form, heard.conversation),
): Response {
  const { catalog } = turnOf(input);
  const { conversation, remarks } = withReasonSaid(input, heard, question);
  const said = remarks.map((remark) => catalog.remark(remark));
  return askAfter(input, said, { ...conversation, asked: question });
}

/** Where the reason's turn comes, what was said of it before is asked about. */
function withReasonSaid(input: HandlerInput, heard: Heard, question: Question): Heard {
  const field = fieldAsked(turnOf(input).hearing.form, question);
  if (field?.kind !== "reason") return heard;
  const { conversation, remarks } = turnOfReason(heard.conversation, field);
  return { conversation, remarks: [...heard.remarks, ...remarks] };
}

/** Answers a call for help with the question that is open. */
export function askWithHelp(input: HandlerInput): Response {
  const { catalog, conversation } = turnOf(input);
  const asked = openQuestion(input);
  const isNew = conversation.asked === undefined;
  const help = isNew ? catalog.purpose : catalog.prompt(asked, conversation).help;
  return askAfter(input, [help], { ...conversation, asked });
}

/** Says something that answers the caller, and goes on waiting for the answer to the open question. */
export function waitForAnswer(input: HandlerInput, said: Ssml): Response {
  const { catalog, conversation } = turnOf(input);
  const asked = openQuestion(input);
  keep(input, { ...conversation, asked });
  const { reprompt } = catalog.prompt(asked, conversation);
  input.responseBuilder.speak(said.markup).reprompt(reprompt.markup);
  addDialogDirective(input, { ...conversation, asked });
  return input.responseBuilder.getResponse();
}

/** The question that the caller was asked last, or the first one. */
export function openQuestion(input: HandlerInput): Question {
  const { conversation, hearing } = turnOf(input);
  return conversation.asked ?? nextQuestion(hearing.form, conversation);
}

type Asking = Conversation & { readonly asked: Question };

function askAfter(input: HandlerInput, said: readonly Ssml[], conversation: Asking): Response {
  const { responseBuilder } = input;
  const { catalog, conversation: known } = turnOf(input);
  const prompt = catalog.prompt(conversation.asked, conversation);
  const times = isNews(known, conversation) ? 1 : (known.times ?? 1) + 1;
  keep(input, { ...conversation, times });
  const question = times > mostTimes ? prompt.reprompt : prompt.ask;
  const isSaid = said.some(({ markup }) => markup.includes(question.markup));
  const before = [...said, ...ofHours(input)];
  const speech = inSequence(isSaid ? before : [...before, question]);
  responseBuilder.speak(speech.markup).reprompt(prompt.reprompt.markup);
  addDialogDirective(input, conversation);
  showQuestion(input, conversation.asked, conversation);
  return responseBuilder.getResponse();
}

/** A question is put in the same words twice at most. */
const mostTimes = 2;

/** Whether something else is asked than before, or something is known that was not. */
function isNews(before: Conversation, now: Conversation): boolean {
  const known = ({ asked, answers, reason }: Conversation) =>
    JSON.stringify([asked, answers, reason]);
  return known(before) !== known(now);
}

/** Before the first question, where there may be a call although nobody answers at this hour. */
function ofHours(input: HandlerInput): readonly Ssml[] {
  const { catalog, conversation, isOpen } = turnOf(input);
  return isOpen || conversation.asked !== undefined ? [] : [catalog.closed];
}

function addDialogDirective(input: HandlerInput, conversation: Asking): void {
  const { responseBuilder } = input;
  const { form } = turnOf(input).hearing;
  const { asked } = conversation;
  const intent = callIntentOf(conversation, form);
  // What is to be changed, or a new value: whatever no sample says stands in the slot.
  if (asked === "change")
    responseBuilder.addElicitSlotDirective(changeSlotName, {
      name: changeIntentName,
      confirmationStatus: "NONE",
      slots: { [changeSlotName]: { name: changeSlotName, confirmationStatus: "NONE" } },
    });
  else if (asked === "confirmation") responseBuilder.addConfirmIntentDirective(intent);
  else if (fieldAsked(form, asked)) responseBuilder.addElicitSlotDirective(asked, intent);
}
