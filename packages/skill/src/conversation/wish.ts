import type { CallForm } from "@skill-call/call-form";
import { type Conversation, type Spoken, without } from "./conversation.ts";
import type { Hearing } from "./hear.ts";
import type { Heard } from "./heard.ts";
import { nextQuestion } from "./next-question.ts";
import { fieldAsked } from "./question.ts";
import { otherReason, reasonSlotValue } from "./reason.ts";
import { sortAnswers } from "./sort-answers.ts";

/** Whether nothing was said but the wish for the call or for a person: what else the slots hold is known. */
export function isBareWish(conversation: Conversation, spoken: Spoken, hearing: Hearing): boolean {
  const { answers, reason } = conversation;
  return Object.entries(sortAnswers(conversation, spoken, hearing)).every(([id, { words }]) => {
    const isReason = fieldAsked(hearing.form, id)?.kind === "reason";
    const known = isReason ? reason && reasonSlotValue(reason) : answers[id];
    return words.toLowerCase() === String(known).toLowerCase();
  });
}

/** Asks once more; whoever wishes it again is asked for nothing that the call can do without. */
export function hearWish(form: CallForm, conversation: Conversation): Heard {
  const wishes = (conversation.wishes ?? 0) + 1;
  const wishing = { ...without(conversation, "misheard"), wishes };
  if (wishes === 1) return { conversation: wishing, remarks: ["calling-soon"] };
  const shortened = withoutQuestions(form, wishing);
  const needed = fieldAsked(form, nextQuestion(form, shortened));
  return {
    conversation: shortened,
    remarks: needed === undefined ? [] : [{ field: needed.id, says: "needed" }],
  };
}

/** Goes on without everything that is open and can be; why somebody calls, whoever answers can ask. */
function withoutQuestions({ fields }: CallForm, conversation: Conversation): Conversation {
  const { answers, reason, skipped } = conversation;
  const open = fields.filter(({ id, kind, required, skippable }) => {
    const isOpen = kind === "reason" ? reason === undefined : answers[id] === undefined;
    return isOpen && (skippable || !required) && !skipped.includes(id);
  });
  const others = open.filter(({ kind }) => kind !== "reason");
  return {
    ...without(conversation, "reasonSaid"),
    ...(others.length < open.length && { reason: otherReason(conversation.reasonSaid) }),
    skipped: [...skipped, ...others.map(({ id }) => id)],
  };
}
