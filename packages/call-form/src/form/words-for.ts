import type { CallForm } from "./call-form.ts";
import type { Words } from "./words.ts";

/** The words for a request's locale: its own, or the first of its language, or the form's first. */
export function wordsFor({ words }: Pick<CallForm, "words">, locale: string | undefined): Words {
  const language = locale?.toLowerCase().split("-")[0];
  const own = words.find((each) => each.locale === locale);
  const sameLanguage = words.find((each) => each.language === language);
  return own ?? sameLanguage ?? words[0];
}
