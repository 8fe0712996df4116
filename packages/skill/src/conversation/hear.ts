import {
  type AnswerPorts,
  type CallForm,
  type Field,
  noNameIn,
  readAnswer,
  type Words,
} from "@skill-call/call-form";
import { type Conversation, type Spoken, without, withoutAnswer } from "./conversation.ts";
import type { Heard } from "./heard.ts";
import { nextQuestion } from "./next-question.ts";
import { hearNoName, unclear } from "./no-answer.ts";
import { hearReason } from "./reason.ts";
import { sortAnswers } from "./sort-answers.ts";

/** What is needed to understand answers: what the form asks, and where and when it is asked. */
export interface Hearing extends AnswerPorts {
  readonly form: CallForm;
  /** Of the caller's locale. */
  readonly words: Words;
}

/**
 * Takes in what was said, at whatever point: an answer, several at once, or a correction. A slot that
 * only repeats what is known is not news (Alexa sends every filled slot with every turn of a dialog).
 * The conversation comes back as it was when there was no news.
 */
export function hear(conversation: Conversation, spoken: Spoken, hearing: Hearing): Heard {
  const sorted = sortAnswers(conversation, spoken, hearing);
  const heard = hearing.form.fields.reduce<Heard>(
    (before, field) => {
      const after = hearField(before.conversation, { field, spoken: sorted, hearing });
      return { ...after, remarks: [...before.remarks, ...after.remarks] };
    },
    { conversation, remarks: [] },
  );
  if (heard.conversation === conversation) return heard;
  return { ...heard, conversation: without(heard.conversation, "misheard") };
}

interface SpokenField {
  readonly field: Field;
  readonly spoken: Spoken;
  readonly hearing: Hearing;
}

function hearField(conversation: Conversation, { field, spoken, hearing }: SpokenField): Heard {
  const said = spoken[field.id];
  const nothing = { conversation, remarks: [] };
  if (said === undefined) return nothing;
  if (field.kind === "reason") {
    const isTurn = [conversation.asked, nextQuestion(hearing.form, conversation)].includes(
      field.id,
    );
    return hearReason(conversation, said, { field, isTurn });
  }
  const known = conversation.answers[field.id];
  if (known !== undefined && said.words === String(known)) return nothing;
  if (field.kind === "name") {
    const noName = noNameIn(said.words, hearing.words.language);
    // Words around other answers are taken for a name easily.
    if (noName === "noise" && conversation.asked !== field.id) return nothing;
    if (noName !== undefined) return hearNoName(conversation, field, noName);
  }
  const value = readAnswer(field, said, hearing);
  if (value === undefined) return unclear(conversation, field);
  return value === known ? nothing : hearValue(conversation, field, value);
}

/** Takes a value that fits its field; it replaces an older one, or having none. */
export function hearValue(
  conversation: Conversation,
  { id, readBack }: Field,
  value: string | number | boolean,
): Heard {
  const rest = withoutAnswer(conversation, id);
  return {
    conversation: { ...rest, answers: { ...rest.answers, [id]: value } },
    remarks: readBack ? [{ field: id, says: "heard", value }] : [],
  };
}
