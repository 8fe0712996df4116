import { type Field, isCallWish, reasonInNameOf, type SpokenValue } from "@skill-call/call-form";
import type { Conversation, Spoken } from "./conversation.ts";
import type { Hearing } from "./hear.ts";

type Sorting = Pick<Hearing, "form" | "words">;

/**
 * What was said, each where it belongs. Alexa fills the slot that was asked for with whatever comes: a wish for a
 * person is no answer, and a reason said in place of a name is a reason.
 */
export function sortAnswers(conversation: Conversation, spoken: Spoken, sorting: Sorting): Spoken {
  const placed = sorting.form.fields.flatMap((field) => {
    const said = spoken[field.id];
    const isKnown = said?.words === conversation.answers[field.id];
    if (said === undefined || isKnown) return said === undefined ? [] : [[field.id, said] as const];
    return place(field, said, sorting);
  });
  // What was said in place of a name is new; the reason's own slot may hold what was known before.
  return Object.fromEntries(placed.reverse());
}

function place(
  field: Field,
  said: SpokenValue,
  { form, words }: Sorting,
): readonly (readonly [string, SpokenValue])[] {
  const isAnswer = said.id !== undefined || field.kind === "words";
  if (!isAnswer && isCallWish(said.words, words.language)) return [];
  const reason = form.fields.find(({ kind }) => kind === "reason");
  if (field.kind !== "name" || reason === undefined) return [[field.id, said]];
  const id = reasonInNameOf(said.words, reason, words);
  return id === undefined ? [[field.id, said]] : [[reason.id, { ...said, id }]];
}
