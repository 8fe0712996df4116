import { changeIntentName, changeSlotName } from "@skill-call/call-form";
import { getRequest, type HandlerInput, type RequestHandler } from "ask-sdk-core";
import type { IntentRequest, Response } from "ask-sdk-model";
import { ask } from "../alexa/ask.ts";
import { readChange } from "../alexa/change-intent.ts";
import { turnOf } from "../alexa/turn.ts";
import { takenBack } from "../conversation/conversation.ts";
import { fieldAsked } from "../conversation/question.ts";
import { placeWords } from "../conversation/sort-answers.ts";
import { answerAside } from "./answer-aside.ts";
import { askAgain } from "./ask-again.ts";
import { beginAgain } from "./begin.ts";
import { type CallIntentPorts, takeIn } from "./call-intent.ts";
import { isIntent } from "./is-intent.ts";

/** "Change my account number": takes the old one back and asks; a new value in its place is taken. */
export function changeHandler(ports: CallIntentPorts): RequestHandler {
  return {
    canHandle: (input) => isIntent(input, changeIntentName),
    handle(input) {
      const { conversation, hearing } = turnOf(input);
      const { intent } = getRequest<IntentRequest>(input.requestEnvelope);
      const change = readChange(intent, hearing.form);
      switch (change.kind) {
        case "field":
          return askAnew(input, change.id);
        case "everything":
          return beginAgain(input);
        case "words":
          return takeWords(input, change.words, ports);
        case "something":
          return isAnythingKnown(input)
            ? ask(input, { conversation, remarks: [] }, "change")
            : askAgain(input);
      }
    },
  };
}

/** Words that name no part: what is said besides answering, or a new value. */
function takeWords(
  input: HandlerInput,
  words: string,
  ports: CallIntentPorts,
): Response | Promise<Response> {
  const { hearing } = turnOf(input);
  const aside = answerAside(input, { [changeSlotName]: { words } }, ports.answerYes);
  return aside ?? takeIn(input, placeWords(words, hearing), ports);
}

function isAnythingKnown(input: HandlerInput): boolean {
  const { answers, reason } = turnOf(input).conversation;
  return Object.keys(answers).length > 0 || reason !== undefined;
}

/** Asks for a field by its name, whatever the next one would be. */
function askAnew(input: HandlerInput, id: string): Response {
  const { conversation, hearing } = turnOf(input);
  const field = fieldAsked(hearing.form, id);
  // Who is asked for it and only says its name has not answered.
  if (field === undefined || conversation.asked === id) return askAgain(input);
  return ask(input, { conversation: takenBack(conversation, field), remarks: ["changing"] }, id);
}
