import type { HandlerInput } from "ask-sdk-core";
import type { Conversation } from "../conversation/conversation.ts";
import { lastScreen, type Screen, screenOf, type TouchQuestion } from "../screen/screen.ts";
import screenDocument from "../screen/screen-document.json" with { type: "json" };
import { plainText, type Ssml } from "../speech/ssml.ts";
import { turnOf } from "./turn.ts";

const displayInterface = "Alexa.Presentation.APL";

/** Shows a question where the device has a display; what is said does not need it. */
export function showQuestion(
  input: HandlerInput,
  question: TouchQuestion,
  conversation: Conversation,
): void {
  const { catalog, hearing, starter } = turnOf(input);
  if (!hasDisplay(input)) return;
  show(input, screenOf(question, conversation, { catalog, form: hearing.form, starter }));
}

/** Shows what is said last, and nothing to touch. */
export function showLastWord(input: HandlerInput, speech: Ssml): void {
  if (hasDisplay(input)) show(input, lastScreen(plainText(speech), turnOf(input).catalog));
}

function hasDisplay({ requestEnvelope: { context } }: HandlerInput): boolean {
  const interfaces: object = context?.System?.device?.supportedInterfaces ?? {};
  return displayInterface in interfaces;
}

function show({ responseBuilder }: HandlerInput, screen: Screen): void {
  responseBuilder.addDirective({
    type: "Alexa.Presentation.APL.RenderDocument",
    token: "call-form",
    document: screenDocument,
    datasources: { screen },
  });
}
