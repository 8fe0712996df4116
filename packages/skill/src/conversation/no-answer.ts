import { accountIdUnclear } from "./account-id.ts";
import { type Conversation, without } from "./conversation.ts";
import type { Heard } from "./heard.ts";
import { nextQuestion } from "./next-question.ts";
import { reasonUnclear } from "./reason.ts";

/** After so many turns in a row that were not understood, asking again helps nobody. */
const mostMisheard = 3;

/** "I don't know": an account ID and a reason can be missing, a name cannot. */
export function hearDontKnow(conversation: Conversation): Heard {
  const asked = conversation.asked ?? nextQuestion(conversation);
  if (asked === "accountId") {
    const rest = without(conversation, "accountIdTries", "misheard");
    return { conversation: { ...rest, withoutAccountId: true }, remarks: ["without-account-id"] };
  }
  if (asked === "reason") {
    const rest = without(conversation, "reasonTries", "misheard");
    return { conversation: { ...rest, reason: { id: "other" } }, remarks: [] };
  }
  return { conversation, remarks: asked === "callerName" ? ["any-name-will-do"] : [] };
}

/** Something was said that nobody could make out: it counts as a try where tries are counted. */
export function hearNothing(conversation: Conversation): Heard {
  if (conversation.asked === "accountId") return accountIdUnclear(conversation);
  if (conversation.asked === "reason") return reasonUnclear(conversation);
  const misheard = (conversation.misheard ?? 0) + 1;
  return { conversation: { ...conversation, misheard }, remarks: ["misheard"] };
}

/** Whether it is better to say goodbye than to ask once more. */
export function isHopeless({ misheard = 0 }: Conversation): boolean {
  return misheard >= mostMisheard;
}
