import type { HandlerInput } from "ask-sdk-core";
import type { Conversation } from "../conversation/conversation.ts";
import type { Catalog } from "../locales/catalog.ts";

/** What the interceptors prepare for the handlers of one request. */
export interface Turn {
  readonly catalog: Catalog;
  readonly conversation: Conversation;
}

export function prepareTurn({ attributesManager }: HandlerInput, part: Partial<Turn>): void {
  Object.assign(attributesManager.getRequestAttributes(), part);
}

export function turnOf({ attributesManager }: HandlerInput): Turn {
  return attributesManager.getRequestAttributes() as Turn;
}
