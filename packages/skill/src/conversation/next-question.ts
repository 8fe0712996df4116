import type { CallForm } from "@skill-call/call-form";
import type { Conversation } from "./conversation.ts";
import type { Question } from "./question.ts";

type Gathered = Pick<Conversation, "answers" | "skipped" | "reason">;

/**
 * What to ask next, from what is known: the first field of the form that is open. The dialog's own state is not asked,
 * nor the caller where there is only one reason to call.
 */
export function nextQuestion({ fields, reasons }: CallForm, gathered: Gathered): Question {
  const open = fields.find(({ id, kind, asked }) => {
    if (asked === 0 || gathered.skipped.includes(id)) return false;
    if (kind === "reason") return reasons.length > 1 && gathered.reason === undefined;
    return gathered.answers[id] === undefined;
  });
  return open?.id ?? "confirmation";
}
