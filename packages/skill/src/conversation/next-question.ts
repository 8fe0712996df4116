import type { Conversation } from "./conversation.ts";
import type { Question } from "./question.ts";

type Gathered = Pick<Conversation, "callerName" | "accountId" | "withoutAccountId" | "reason">;

/** What to ask next, from what is known: the dialog's own state is not asked. */
export function nextQuestion(gathered: Gathered): Question {
  if (gathered.callerName === undefined) return "callerName";
  if (gathered.accountId === undefined && !gathered.withoutAccountId) return "accountId";
  if (gathered.reason === undefined) return "reason";
  return "confirmation";
}
