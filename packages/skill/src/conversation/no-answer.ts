import type { CallForm, Field } from "@skill-call/call-form";
import { type Conversation, without, withoutAnswer } from "./conversation.ts";
import type { Heard } from "./heard.ts";
import { nextQuestion } from "./next-question.ts";
import { fieldAsked } from "./question.ts";
import { otherReason, reasonUnclear } from "./reason.ts";

/** After so many turns in a row that were not understood, asking again helps nobody. */
const mostMisheard = 3;

/** "I don't know": goes on without an answer where the form lets it be skipped. */
export function hearDontKnow(form: CallForm, conversation: Conversation): Heard {
  const field = fieldAsked(form, conversation.asked ?? nextQuestion(form, conversation));
  return field === undefined ? { conversation, remarks: [] } : goOnWithout(conversation, field);
}

/** What was said in place of a name is none; one that is known stays. */
export function hearNoName(
  conversation: Conversation,
  field: Field,
  why: "refusal" | "noise",
): Heard {
  if (conversation.answers[field.id] !== undefined) return { conversation, remarks: [] };
  return why === "refusal" ? goOnWithout(conversation, field) : unclear(conversation, field);
}

function goOnWithout(conversation: Conversation, field: Field): Heard {
  const { id } = field;
  const rest = without(withoutAnswer(conversation, id), "misheard");
  const tries = (conversation.tries[id] ?? 0) + 1;
  // A name is worth asking for once more; any will do.
  const isMissed = field.kind === "name" && tries < field.asked;
  if (!field.skippable || isMissed)
    return {
      conversation: { ...rest, tries: { ...rest.tries, [id]: tries } },
      remarks: [{ field: id, says: "needed" }],
    };
  if (field.kind === "reason") {
    const reason = otherReason(conversation.reasonSaid);
    return { conversation: { ...without(rest, "reasonSaid"), reason }, remarks: [] };
  }
  return {
    conversation: { ...rest, skipped: [...rest.skipped, id] },
    remarks: [{ field: id, says: "skipped" }],
  };
}

/** Something was said that nobody could make out: it counts as a try where tries are counted. */
export function hearNothing(form: CallForm, conversation: Conversation): Heard {
  const field = conversation.asked === undefined ? undefined : fieldAsked(form, conversation.asked);
  if (field?.kind === "reason") return reasonUnclear(conversation, field);
  if (field !== undefined) return unclear(conversation, field);
  const misheard = (conversation.misheard ?? 0) + 1;
  return { conversation: { ...conversation, misheard }, remarks: ["misheard"] };
}

/** Counts a try; when they are used up, the call goes on without the field, unless it is required. */
export function unclear(conversation: Conversation, field: Field): Heard {
  const { id, required, asked } = field;
  const tries = (conversation.tries[id] ?? 0) + 1;
  const rest = withoutAnswer(conversation, id);
  if (tries >= asked && !required) {
    const skipped = [...rest.skipped, id];
    return { conversation: { ...rest, skipped }, remarks: [{ field: id, says: "givenUp" }] };
  }
  return {
    conversation: { ...rest, tries: { ...rest.tries, [id]: tries } },
    remarks: [{ field: id, says: "unclear" }],
  };
}

/** Whether it is better to say goodbye than to ask once more. */
export function isHopeless({ fields }: CallForm, { misheard = 0, tries }: Conversation): boolean {
  return (
    misheard >= mostMisheard ||
    fields.some(({ id, required, asked }) => required && (tries[id] ?? 0) >= Math.max(asked, 1))
  );
}
