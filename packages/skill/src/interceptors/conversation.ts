import type { RequestInterceptor } from "ask-sdk-core";
import type { RequestEnvelope } from "ask-sdk-model";
import { conversationOfToken } from "../alexa/consent.ts";
import { prepareTurn } from "../alexa/turn.ts";
import { type Conversation, readConversation } from "../conversation/conversation.ts";

/** Gives the handlers the conversation so far, or a new one. */
export function conversationInterceptor(newContextId: () => string): RequestInterceptor {
  return {
    process(input) {
      const conversation = conversationSoFar(input.requestEnvelope);
      prepareTurn(input, { conversation: conversation ?? { contextId: newContextId() } });
    },
  };
}

function conversationSoFar({ request, session }: RequestEnvelope): Conversation | undefined {
  const ofSession = readConversation(session?.attributes);
  if (ofSession) return ofSession;
  const isBack =
    request.type === "SessionResumedRequest" || request.type === "Connections.Response";
  return isBack ? conversationOfToken(request) : undefined;
}
