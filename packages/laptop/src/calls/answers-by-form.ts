import { numberOfCountries } from "@skill-call/call-context/phone-number";
import {
  type CallForm,
  type Field,
  type FieldValue,
  readAnswer,
  valueIdOf,
  type Words,
  wordsFor,
} from "@skill-call/call-form";
import { NotInFormError } from "../errors.ts";

/** What a caller is to have said, as somebody types it who places a call without a conversation. */
export interface TypedAnswers {
  /** An ID or a name; the form's first without it. */
  readonly reason?: string | undefined;
  /** By the ID or the label of a field. */
  readonly fields: readonly (readonly [field: string, value: string])[];
  /** The language of labels and names; IDs have none. */
  readonly locale: string;
  /** ISO 8601: what has to be past or future is told by it. */
  readonly today: string;
}

/** The part of a call context that follows a call form. */
export interface FormAnswers {
  readonly reason: { readonly id: string };
  readonly fields: Readonly<Record<string, FieldValue>>;
}

type GatheredField = Exclude<Field, { readonly kind: "reason" }>;

/**
 * Reads what is typed by a call form, as the skill would hear it.
 * @param moreReasons reasons that routes name, besides the form's
 * @throws {NotInFormError} where the form has no such reason, field or value; the message says what it has
 */
export function answersByForm(
  form: CallForm,
  typed: TypedAnswers,
  moreReasons: readonly string[] = [],
): FormAnswers {
  const words = wordsFor(form, typed.locale);
  const fields = typed.fields.map(([name, value]) => {
    const field = fieldNamed(name, form, words);
    return [field.id, readValue(field, value, { words, today: typed.today })] as const;
  });
  return { reason: { id: reasonId(form, typed, moreReasons) }, fields: Object.fromEntries(fields) };
}

function reasonId(form: CallForm, typed: TypedAnswers, more: readonly string[]): string {
  const { reason: given, locale } = typed;
  if (given === undefined) return form.reasons[0];
  const known = [...new Set([...form.reasons, ...more])];
  if (known.includes(given)) return given;
  const field = form.fields.find(({ kind }) => kind === "reason");
  const named = field && valueIdOf(given, field, wordsFor(form, locale));
  if (named !== undefined) return named;
  throw new NotInFormError(`There is no reason "${given}". The reasons are ${known.join(", ")}.`);
}

function fieldNamed(name: string, form: CallForm, words: Words): GatheredField {
  const gathered = form.fields.filter((field): field is GatheredField => field.kind !== "reason");
  const wanted = name.trim().toLowerCase();
  const found = gathered.find(({ id }) =>
    [id, words.fields[id]?.label].some((each) => each?.toLowerCase() === wanted),
  );
  if (found) return found;
  const known = gathered.map(({ id }) => labelled(id, words)).join(", ");
  throw new NotInFormError(`The call form has no field "${name}". It has ${known}.`);
}

function labelled(id: string, words: Words): string {
  const label = words.fields[id]?.label;
  return label === undefined || label === id ? id : `${id} (${label})`;
}

interface ReadOptions {
  readonly words: Words;
  readonly today: string;
}

function readValue(field: GatheredField, given: string, options: ReadOptions): FieldValue {
  const { words, today } = options;
  const spoken = given.trim();
  const ids = new Set(idsOf(field));
  const id = ids.has(spoken) ? spoken : valueIdOf(spoken, field, words);
  const value = readAnswer(
    field,
    { words: spoken, ...(id !== undefined && { id }) },
    { today, readPhoneNumber: numberOfCountries },
  );
  if (value !== undefined && spoken !== "") return value;
  throw new NotInFormError(
    `${labelled(field.id, words)} cannot be "${given}": it must be ${wanted(field)}.`,
  );
}

function idsOf(field: GatheredField): readonly string[] {
  if (field.kind === "choice") return field.choices;
  return field.kind === "yes-no" ? ["yes", "no"] : [];
}

/** The check of a field, in words. */
function wanted(field: GatheredField): string {
  switch (field.kind) {
    case "choice":
      return `one of ${field.choices.join(", ")}`;
    case "yes-no":
      return "yes or no";
    case "date":
      return `a day such as 2026-01-31${field.check.in ? `, in the ${field.check.in}` : ""}`;
    case "phone":
      return `a phone number of ${field.check.countries.join(" or ")}`;
    case "number":
      return `a number${bounds(field.check)}`;
    case "words":
      return `${field.check.length.join(" to ")} characters`;
    case "account-id": {
      const { length, luhn, pattern } = field.check;
      const shape = pattern === undefined ? "" : ` that match ${pattern}`;
      return `${length.join(" to ")} ${luhn ? "digits with a check digit" : "letters and digits"}${shape}`;
    }
    default:
      return "a name";
  }
}

function bounds({ min, max }: { readonly min?: number; readonly max?: number }): string {
  return [
    ...(min === undefined ? [] : [` from ${min}`]),
    ...(max === undefined ? [] : [` up to ${max}`]),
  ].join("");
}
