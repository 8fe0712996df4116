import { callIntentName, type Field, noNameIn, readAnswer } from "@skill-call/call-form";
import { getRequestType, type HandlerInput, type RequestInterceptor } from "ask-sdk-core";
import { readAlexaAccess } from "../alexa/alexa-access.ts";
import { readCallIntent } from "../alexa/call-intent.ts";
import type { FetchGivenName } from "../alexa/mobile-number.ts";
import { prepareTurn, turnOf } from "../alexa/turn.ts";
import type { Within } from "../calls/time-budget.ts";
import { spokenText } from "../conversation/spoken-text.ts";

export interface GivenNamePorts {
  readonly fetchGivenName: FetchGivenName;
  readonly within: Within;
}

/** A welcome is not kept waiting for a name for longer. */
const nameWithinMs = 800;

/** Where the form wants it, a conversation begins with the name of the caller's account; what they say replaces it. */
export function givenNameInterceptor({
  fetchGivenName,
  within,
}: GivenNamePorts): RequestInterceptor {
  return {
    async process(input) {
      const { conversation, danger, hearing } = turnOf(input);
      const field = hearing.form.fields.find(isFromProfile);
      if (!field || danger || !begins(input) || saysName(input, field)) return;
      const access = readAlexaAccess(input.requestEnvelope);
      const words = spokenText(await fetchGivenName(access, within(nameWithinMs)));
      if (words === undefined || noNameIn(words, hearing.words.language) !== undefined) return;
      const givenName = readAnswer(field, { words }, hearing);
      if (typeof givenName !== "string") return;
      const answers = { ...conversation.answers, [field.id]: givenName };
      prepareTurn(input, { conversation: { ...conversation, answers, givenName } });
    },
  };
}

function isFromProfile(field: Field): boolean {
  return field.kind === "name" && field.fromProfile === true;
}

function begins(input: HandlerInput): boolean {
  const { request } = input.requestEnvelope;
  const isFirst = turnOf(input).conversation.asked === undefined;
  const isCall = request.type === "IntentRequest" && request.intent.name === callIntentName;
  return isFirst && (isCall || getRequestType(input.requestEnvelope) === "LaunchRequest");
}

function saysName(input: HandlerInput, { id }: Field): boolean {
  const { request } = input.requestEnvelope;
  return (
    request.type === "IntentRequest" && id in readCallIntent(request.intent, turnOf(input).hearing)
  );
}
