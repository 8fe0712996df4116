import type { RequestInterceptor } from "ask-sdk-core";
import type { RequestEnvelope } from "ask-sdk-model";
import { conversationOfToken } from "../alexa/consent.ts";
import { prepareTurn } from "../alexa/turn.ts";
import { type Conversation, newConversation } from "../conversation/conversation.ts";
import type { ReadConversation } from "../conversation/session-attributes.ts";

export interface ConversationPorts {
  readonly newContextId: () => string;
  readonly readConversation: ReadConversation;
}

/** Gives the handlers the conversation so far, or a new one. */
export function conversationInterceptor(ports: ConversationPorts): RequestInterceptor {
  return {
    process(input) {
      const soFar = conversationSoFar(input.requestEnvelope, ports.readConversation);
      prepareTurn(input, { conversation: soFar ?? newConversation(ports.newContextId()) });
    },
  };
}

function conversationSoFar(
  { request, session }: RequestEnvelope,
  readConversation: ReadConversation,
): Conversation | undefined {
  const ofSession = readConversation(session?.attributes);
  if (ofSession) return ofSession;
  const isBack =
    request.type === "SessionResumedRequest" || request.type === "Connections.Response";
  return isBack ? conversationOfToken(request, readConversation) : undefined;
}
