import { type CallForm, type FieldLabel, fieldLabelsOf, maskedValue } from "@skill-call/call-form";
import type { CallStarter } from "../calls/call-starter.ts";
import type { Conversation } from "../conversation/conversation.ts";
import type { Question } from "../conversation/question.ts";
import type { Catalog } from "../locales/catalog.ts";
import { plainText } from "../speech/ssml.ts";

/** What a device with a display shows; the data of the page in screen-document.json. Texts are markup: "AT&amp;T". */
export interface Screen {
  readonly company: string;
  /** The question, or the last word. */
  readonly text: string;
  readonly buttons: readonly Button[];
  /** What was understood so far. */
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** What will ring, and which number; empty after the last word. */
  readonly calls: string;
}

interface Button {
  readonly label: string;
  readonly touch: Touch;
}

/**
 * What a touch says, as the device sends it back: an answer to a field, or going on without one; yes or no to a
 * question; a field to be changed.
 */
export type Touch =
  | readonly ["answer", field: string, value: string]
  | readonly ["skip", field: string]
  | readonly ["yes" | "no", question: TouchQuestion]
  | readonly ["change", field: string];

/** A question of the form, or whether there is an emergency. */
export type TouchQuestion = Question | "emergency";

/** What the page is made of besides the conversation. */
export interface Showing {
  readonly catalog: Catalog;
  readonly form: CallForm;
  readonly starter: Pick<CallStarter, "rings" | "dials">;
}

/** The page of a question. What is sensitive is masked: others may see the display. */
export function screenOf(
  question: TouchQuestion,
  conversation: Conversation,
  { catalog, form, starter }: Showing,
): Screen {
  const labels = fieldLabelsOf(form, catalog.locale);
  const prompt =
    question === "emergency"
      ? catalog.emergencyQuestion
      : catalog.prompt(question, withoutSensitive(conversation, form));
  return {
    company: asMarkup(catalog.company),
    text: asMarkup(plainText(prompt.ask)),
    buttons: buttonsFor(question, { catalog, form, labels }),
    facts: labels.flatMap((label) => factOf(label, conversation)),
    calls: asMarkup(plainText(catalog.calls(starter.rings, starter.dials))),
  };
}

/** The page of a last word: nothing is left to touch. */
export function lastScreen(text: string, { company }: Pick<Catalog, "company">): Screen {
  return { company: asMarkup(company), text: asMarkup(text), buttons: [], facts: [], calls: "" };
}

/** What an APL Text takes for markup, written so that it does not (APL, "Text", "Supported markup"). */
function asMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function withoutSensitive(conversation: Conversation, { fields }: CallForm): Conversation {
  const shown = Object.entries(conversation.answers).filter(
    ([id]) => !fields.some((field) => field.id === id && field.sensitive),
  );
  return { ...conversation, answers: Object.fromEntries(shown) };
}

interface Buttons extends Pick<Showing, "catalog" | "form"> {
  readonly labels: readonly FieldLabel[];
}

function buttonsFor(question: TouchQuestion, { catalog, form, labels }: Buttons): Button[] {
  const { yes, no, call, change, skip } = catalog.buttons;
  if (question === "confirmation")
    return [
      { label: call, touch: ["yes", question] },
      { label: change, touch: ["no", question] },
    ];
  if (question === "emergency") return yesOrNo(question, yes, no);
  if (question === "change")
    return labels.map(({ id, label }) => ({ label, touch: ["change", id] as const }));
  const field = form.fields.find(({ id }) => id === question);
  const label = labels.find(({ id }) => id === question);
  if (!field || !label) return [];
  const skipping: Button[] =
    field.skippable && field.kind !== "reason" ? [{ label: skip, touch: ["skip", field.id] }] : [];
  if (field.kind === "yes-no") return [...yesOrNo(question, yes, no), ...skipping];
  const ids = field.kind === "reason" ? form.reasons : Object.keys(label.values);
  const values = ids.map((id) => ({
    label: label.values[id] ?? id,
    touch: ["answer", field.id, id] as const,
  }));
  return [...values, ...skipping];
}

function yesOrNo(question: TouchQuestion, yes: string, no: string): Button[] {
  return [
    { label: yes, touch: ["yes", question] },
    { label: no, touch: ["no", question] },
  ];
}

function factOf(label: FieldLabel, { answers, reason }: Conversation): Screen["facts"] {
  const value = label.kind === "reason" ? (reason?.text ?? reason?.id) : answers[label.id];
  if (value === undefined) return [];
  const shown = label.sensitive ? maskedValue(value) : nameOf(value, label);
  return [{ label: asMarkup(label.label), value: asMarkup(shown) }];
}

function nameOf(value: string | number | boolean, { kind, values }: FieldLabel): string {
  const id = kind === "yes-no" ? (value === true ? "yes" : "no") : String(value);
  // Who calls themselves "toString" is called so.
  return (Object.hasOwn(values, id) && values[id]) || id;
}
