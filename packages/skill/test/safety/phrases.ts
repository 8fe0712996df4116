import { readFileSync } from "node:fs";
import { languageOf, type SafetyPhrases } from "../../skill-package-lint/safety-phrases.ts";

export const locales = ["en-US", "en-CA", "es-US", "fr-CA"] as const;

export function phrasesIn(locale: string): SafetyPhrases {
  return JSON.parse(readFileSync(`safety-phrases/${languageOf(locale)}.json`, "utf8"));
}

export function emergenciesIn(locale: string): readonly string[] {
  return Object.values(phrasesIn(locale).emergency).flat();
}
