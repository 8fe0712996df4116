import { type AccountIdRules, hearAccountId } from "./account-id.ts";
import { hearCallerName } from "./caller-name.ts";
import { type Conversation, without } from "./conversation.ts";
import type { Heard } from "./heard.ts";
import { hearReason, type SpokenReason } from "./reason.ts";

/** What the slots of one call intent say. */
export interface Spoken {
  readonly callerName?: string;
  readonly accountId?: string;
  readonly reason?: SpokenReason;
}

/**
 * Takes in what was said, at whatever point: an answer, several at once, or a correction. A slot that
 * only repeats what is known is no news (Alexa sends every filled slot with every turn of a dialog).
 * The conversation comes back as it was when there was no news.
 */
export function hear(conversation: Conversation, spoken: Spoken, rules: AccountIdRules): Heard {
  const name = hearCallerName(conversation, spoken.callerName);
  const accountId = hearAccountId(name.conversation, spoken.accountId, rules);
  const reason = hearReason(accountId.conversation, spoken.reason);
  if (reason.conversation === conversation) return { conversation, remarks: [] };
  return {
    conversation: without(reason.conversation, "misheard"),
    remarks: [...name.remarks, ...accountId.remarks, ...reason.remarks],
  };
}
