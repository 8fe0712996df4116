import type { CallForm, Field } from "@skill-call/call-form";
import type { CallerScript } from "../calls/run-case.ts";
import { sampleCallerNumber } from "../calls/sample-cases.ts";
import { sampleAnswer } from "./sample-answer.ts";
import { phrasesOf } from "./sample-phrases.ts";

/** A caller for each locale of a form, who opens the skill and says no more. */
export function openingScripts({ words }: CallForm): readonly CallerScript[] {
  return words.map(({ company, locale, language }, index) => ({
    case: index + 1,
    title: company.name,
    locale,
    callerNumber: sampleCallerNumber(locale),
    says: [phrasesOf(language).opens(company.invocationName)],
    hangsUp: "callee",
  }));
}

/**
 * A caller for each locale of a form, who opens the skill and answers what it asks, one question after the other.
 * @param now what has to be past or future is chosen by it
 * @throws {NoSampleAnswerError} where nothing that the caller knows fits a field
 */
export function callerScripts(form: CallForm, now: Date): readonly CallerScript[] {
  const today = now.toISOString().slice(0, 10);
  return openingScripts(form).map((script, index) => {
    const words = form.words[index] ?? form.words[0];
    const answers = askedFields(form).map((field) => sampleAnswer(field, { form, words, today }));
    return { ...script, says: [...script.says, ...answers, phrasesOf(words.language).yes] };
  });
}

/** With one reason to call nobody is asked for it. */
function askedFields({ fields, reasons }: CallForm): readonly Field[] {
  return fields.filter(
    ({ kind, asked }) => asked > 0 && !(kind === "reason" && reasons.length === 1),
  );
}
