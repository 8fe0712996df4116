import {
  type AccountIdCheck,
  type CallForm,
  type Field,
  type NumberCheck,
  readAnswer,
  type ValueWords,
  type Words,
} from "@skill-call/call-form";
import { NoSampleAnswerError } from "../errors.ts";
import { phrasesOf } from "./sample-phrases.ts";

export interface SampleAnswerOptions {
  readonly form: Pick<CallForm, "reasons">;
  readonly words: Words;
  /** ISO 8601: what has to be past or future is chosen by it. */
  readonly today: string;
}

/**
 * What a sample caller says when a field is asked for: something that fits its kind and check, or that they don't know.
 * @throws {NoSampleAnswerError} where nothing fits and the field must be answered
 */
export function sampleAnswer(field: Field, options: SampleAnswerOptions): string {
  const [answer] = answersTo(field, options);
  if (answer !== undefined) return answer;
  if (!field.skippable) throw new NoSampleAnswerError(field.id);
  return phrasesOf(options.words.language).dontKnow;
}

/** The field's own words come first; others are tried against its check. */
function answersTo(field: Field, { form, words, today }: SampleAnswerOptions): readonly string[] {
  const phrases = phrasesOf(words.language);
  const choices = words.fields[field.id]?.choices ?? {};
  switch (field.kind) {
    case "name":
      return [phrases.name];
    case "reason":
      return named(words.reasons[form.reasons[0]]);
    case "choice":
      return named(choices[field.choices[0] ?? ""]);
    case "yes-no":
      return named(choices.yes);
    case "date":
      return [phrases.date(field.check.in === "future" ? yearAfter(today) : 1980)];
    case "phone":
      return phoneNumbers
        .filter(({ country }) => field.check.countries.includes(country))
        .map(({ said }) => said);
    case "number":
      return fitting(field, numbersIn(field.check), today);
    case "account-id":
      return fitting(field, accountIds(field.check.length), today).map((id) => [...id].join(" "));
    case "words":
      return fitting(field, [phrases.words, phrases.name], today);
  }
}

/** Fictitious (555-01xx), as the sample caller says them. */
const phoneNumbers = [
  { country: "CA", said: "2 0 4 5 5 5 0 1 2 3" },
  { country: "US", said: "2 0 6 5 5 5 0 1 2 3" },
];

/** Three, or what is closest to it; nobody says a number below nothing. */
function numbersIn({ min = 0, max = 3 }: NumberCheck): readonly string[] {
  return [3, Math.floor(max), Math.ceil(min)].filter((number) => number >= 0).map(String);
}

/** Digits of every length that fits, the last one any, and the same behind two letters. */
function accountIds([fewest, most]: AccountIdCheck["length"]): readonly string[] {
  const lengths = Array.from({ length: most - fewest + 1 }, (_, index) => fewest + index);
  const digits = lengths.flatMap((length) =>
    [..."0123456789"].map((last) => `${"1234567890".repeat(length).slice(0, length - 1)}${last}`),
  );
  return [...digits, ...digits.map((id) => `AB${id.slice(2)}`)];
}

function fitting(
  field: Exclude<Field, { readonly kind: "reason" }>,
  texts: readonly string[],
  today: string,
): readonly string[] {
  const ports = { today, readPhoneNumber: () => undefined };
  return texts.filter((words) => readAnswer(field, { words }, ports) !== undefined);
}

function named(value: ValueWords | undefined): readonly string[] {
  return value ? [value.name] : [];
}

function yearAfter(today: string): number {
  return Number(today.slice(0, 4)) + 1;
}
