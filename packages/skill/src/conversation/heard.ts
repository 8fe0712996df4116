import type { Conversation } from "./conversation.ts";
import type { Remark } from "./remark.ts";

/** A conversation after something was heard, and what to say about it. */
export interface Heard {
  readonly conversation: Conversation;
  readonly remarks: readonly Remark[];
}
