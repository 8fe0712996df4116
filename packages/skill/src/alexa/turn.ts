import type { HandlerInput } from "ask-sdk-core";
import type { CallStarter } from "../calls/call-starter.ts";
import type { Conversation } from "../conversation/conversation.ts";
import type { Hearing } from "../conversation/hear.ts";
import type { Catalog } from "../locales/catalog.ts";
import type { DangerHeard } from "../safety/danger.ts";

/** What the interceptors prepare for the handlers of one request. */
export interface Turn {
  readonly catalog: Catalog;
  readonly conversation: Conversation;
  /** What the form asks, and what is needed to understand the answers. */
  readonly hearing: Hearing;
  /** Whether somebody answers at this hour. */
  readonly isOpen: boolean;
  /** What rings, and which number is called. */
  readonly starter: Pick<CallStarter, "rings" | "dials">;
  /** Set where somebody seems to be in danger. */
  readonly danger?: DangerHeard & { readonly phrase?: string };
}

export function prepareTurn({ attributesManager }: HandlerInput, part: Partial<Turn>): void {
  Object.assign(attributesManager.getRequestAttributes(), part);
}

export function turnOf({ attributesManager }: HandlerInput): Turn {
  return attributesManager.getRequestAttributes() as Turn;
}
