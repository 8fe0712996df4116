import type { CallForm } from "@skill-call/call-form";
import type { Conversation } from "./conversation.ts";
import type { Question } from "./question.ts";

type Gathered = Pick<Conversation, "answers" | "skipped" | "reason">;

/** What to ask next, from what is known: the first field of the form that is open. The dialog's own state is not asked. */
export function nextQuestion({ fields }: CallForm, gathered: Gathered): Question {
  const open = fields.find(({ id, kind, asked }) => {
    if (asked === 0 || gathered.skipped.includes(id)) return false;
    return kind === "reason" ? gathered.reason === undefined : gathered.answers[id] === undefined;
  });
  return open?.id ?? "confirmation";
}
