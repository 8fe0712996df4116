import { type LanguageCode, languageOfLocale } from "@skill-call/call-form";
import { english } from "./english.ts";
import { french } from "./french.ts";
import type { LanguageTexts } from "./language-texts.ts";
import { spanish } from "./spanish.ts";

export const languageTexts: Readonly<Record<LanguageCode, LanguageTexts>> = {
  en: english,
  es: spanish,
  fr: french,
};

/** The locales of North America, where a skill may place calls. */
export const locales = ["en-US", "en-CA", "es-US", "fr-CA"] as const;
export type Locale = (typeof locales)[number];

/** The languages of locales, each once, in their order. */
export function languagesOf(of: readonly Locale[]): readonly LanguageCode[] {
  return [...new Set(of.map(languageOfLocale))];
}
