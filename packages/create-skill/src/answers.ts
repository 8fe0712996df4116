import type { LanguageCode } from "@skill-call/call-form";
import { type Locale, languageTexts } from "./languages/languages.ts";

/** What a new skill is made from. */
export interface Answers {
  readonly company: string;
  /** What callers say to open it. */
  readonly invocationName: string;
  readonly locales: readonly [Locale, ...Locale[]];
  /** Why people call, as Alexa names it, in each language and in the same order. */
  readonly reasons: Readonly<Record<LanguageCode, readonly string[]>>;
  /** E.164: where calls go until the routes say more. */
  readonly phoneNumber: string;
}

const company = "Example Support";

/** What is taken where nothing is answered. */
export const defaults: Answers = {
  company,
  invocationName: invocationNameFor(company),
  locales: ["en-US"],
  reasons: {
    en: languageTexts.en.reasons,
    es: languageTexts.es.reasons,
    fr: languageTexts.fr.reasons,
  },
  // Fictitious (555-01xx).
  phoneNumber: "+12065550110",
};

/** A company's name as callers would say it: Amazon takes lower-case letters and spaces. */
export function invocationNameFor(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("&", " and ")
    .replace(/[^\p{L}\p{M} .']/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** "billing, sales" as it is typed. */
export function listOf(text: string): readonly string[] {
  return text
    .split(",")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
