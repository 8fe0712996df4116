import type { HandlerInput } from "ask-sdk-core";
import type { interfaces, Response, SessionResumedRequest } from "ask-sdk-model";
import * as v from "valibot";
import type { Conversation } from "../conversation/conversation.ts";
import { type ReadConversation, sessionAttributes } from "../conversation/session-attributes.ts";
import { keep } from "./keep.ts";
import { mobileNumberScope } from "./mobile-number.ts";
import { turnOf } from "./turn.ts";

type StartConnection = interfaces.connections.V1.StartConnectionDirective;

/** Hands over to Alexa, which asks in its own words whether the skill may read the phone number. */
export function askForConsent(input: HandlerInput, conversation: Conversation): Response {
  const asked = { ...conversation, consentAsked: true };
  keep(input, asked);
  return input.responseBuilder
    .speak(turnOf(input).catalog.consentNeeded.markup)
    .addDirective(consentConnection(asked))
    .getResponse();
}

/** Voice-forward consent (Alexa Skills Kit). The token brings the conversation back, should the session not. */
function consentConnection(conversation: Conversation): StartConnection {
  return {
    type: "Connections.StartConnection",
    uri: "connection://AMAZON.AskForPermissionsConsent/2",
    input: {
      "@type": "AskForPermissionsConsentRequest",
      "@version": "2",
      permissionScopes: [{ permissionScope: mobileNumberScope, consentLevel: "ACCOUNT" }],
    },
    onCompletion: "RESUME_SESSION",
    token: JSON.stringify(sessionAttributes(conversation)),
  };
}

export type ConsentAnswer = "accepted" | "denied" | "not-answered" | "not-asked";

const answers: Readonly<Record<string, ConsentAnswer>> = {
  ACCEPTED: "accepted",
  DENIED: "denied",
  NOT_ANSWERED: "not-answered",
};

/** How Alexa comes back from the question: with the session, or, in the question's first version, with a response. */
export type ConsentResult = SessionResumedRequest | interfaces.connections.ConnectionsResponse;

const resultSchema = v.object({ status: v.string() });

/** What the caller answered; `not-asked` when the connection failed before they could. */
export function consentAnswer(request: ConsentResult): ConsentAnswer {
  const answer = request.type === "Connections.Response" ? request.payload : request.cause?.result;
  const result = v.safeParse(resultSchema, answer);
  return (result.success && answers[result.output.status]) || "not-asked";
}

const tokenSchema = v.pipe(v.string(), v.parseJson());

/** The conversation that was handed over. */
export function conversationOfToken(
  request: ConsentResult,
  readConversation: ReadConversation,
): Conversation | undefined {
  const kept = request.type === "Connections.Response" ? request.token : request.cause?.token;
  const token = v.safeParse(tokenSchema, kept);
  return token.success ? readConversation(token.output) : undefined;
}
