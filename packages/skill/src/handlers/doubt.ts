import { callIntentName, dontKnowIntentName } from "@skill-call/call-form";
import type { HandlerInput, RequestHandler } from "ask-sdk-core";
import type { IntentRequest, Response } from "ask-sdk-model";
import { ask, openQuestion } from "../alexa/ask.ts";
import { askWhetherEmergency } from "../alexa/ask-whether-emergency.ts";
import { readCallIntent } from "../alexa/call-intent.ts";
import { end } from "../alexa/end.ts";
import { prepareTurn, turnOf } from "../alexa/turn.ts";
import { type Doubt, without } from "../conversation/conversation.ts";
import { hear } from "../conversation/hear.ts";
import type { Heard } from "../conversation/heard.ts";
import { answerCallIntent, type CallIntentPorts } from "./call-intent.ts";
import { isIntent } from "./is-intent.ts";
import { noEmergencyIntent } from "./no-emergency.ts";

/** What ends the conversation or begins it anew needs no answer to the question whether there is an emergency. */
const elsewhere = [
  "AMAZON.StopIntent",
  "AMAZON.CancelIntent",
  "AMAZON.NavigateHomeIntent",
  "AMAZON.StartOverIntent",
];

/** The answers to "Is this an emergency right now?". */
export function doubtHandler(ports: CallIntentPorts): RequestHandler {
  return {
    canHandle(input) {
      const isIntentRequest = input.requestEnvelope.request.type === "IntentRequest";
      const isOpen = turnOf(input).conversation.doubt !== undefined;
      return isOpen && isIntentRequest && !isIntent(input, ...elsewhere);
    },
    handle(input) {
      const { request } = input.requestEnvelope;
      const { conversation } = turnOf(input);
      const { doubt } = conversation;
      if (doubt === undefined) return ask(input, { conversation, remarks: [] });
      return answer(input, { doubt, intent: (request as IntentRequest).intent, ports });
    },
  };
}

interface Answer {
  readonly doubt: Doubt;
  readonly intent: IntentRequest["intent"];
  readonly ports: CallIntentPorts;
}

function answer(input: HandlerInput, given: Answer): Response | Promise<Response> {
  const { doubt, intent, ports } = given;
  const { catalog, conversation } = turnOf(input);
  if (isYes(input, intent)) return end(input, catalog.farewells[doubt.danger]);
  if (saysSomething(input, intent)) {
    prepareTurn(input, { conversation: withoutDoubt(input, given.doubt).conversation });
    return answerCallIntent(input, ports);
  }
  if (isNo(input, intent)) return goOn(input, given);
  if (doubt.again) return end(input, catalog.farewells[doubt.danger]);
  const again = { ...conversation, doubt: { ...doubt, again: true } };
  return askWhetherEmergency(input, again, catalog.emergencyQuestion.help);
}

/** A caller who does not know should dial all the same. */
function isYes(input: HandlerInput, { confirmationStatus }: Answer["intent"]): boolean {
  return (
    isIntent(input, "AMAZON.YesIntent", dontKnowIntentName) || confirmationStatus === "CONFIRMED"
  );
}

function isNo(input: HandlerInput, { confirmationStatus }: Answer["intent"]): boolean {
  return isIntent(input, "AMAZON.NoIntent", noEmergencyIntent) || confirmationStatus === "DENIED";
}

function saysSomething(input: HandlerInput, intent: Answer["intent"]): boolean {
  const { hearing } = turnOf(input);
  return intent.name === callIntentName && Object.keys(readCallIntent(intent, hearing)).length > 0;
}

/** Back to where the conversation was: to what comes next, or to the same question again. */
function goOn(input: HandlerInput, given: Answer): Response {
  const heard = withoutDoubt(input, given.doubt);
  const isNews = Object.keys(given.doubt.spoken).length > 0;
  return isNews ? ask(input, heard) : ask(input, heard, openQuestion(input));
}

/** What was said turns out to be an answer like any other. */
function withoutDoubt(input: HandlerInput, doubt: Doubt): Heard {
  const { conversation, hearing } = turnOf(input);
  const before = { ...without(conversation, "doubt"), noEmergency: doubt.phrase };
  return hear(before, doubt.spoken, hearing);
}
