import { readFileSync } from "node:fs";
import type { SafetyPhrases } from "../../skill-package-lint/safety-phrases.ts";

export const locales = ["en-US", "en-CA", "es-US", "fr-CA"] as const;

/** The language of a locale: phrases and grammars are those of a language. */
export function languageOf(locale: string): "en" | "es" | "fr" {
  return locale.slice(0, 2) as "en" | "es" | "fr";
}

export function phrasesIn(locale: string): SafetyPhrases {
  return JSON.parse(readFileSync(`safety-phrases/${languageOf(locale)}.json`, "utf8"));
}

export function emergenciesIn(locale: string): readonly string[] {
  return Object.values(phrasesIn(locale).emergency).flat();
}
