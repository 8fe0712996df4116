import { type Language, languages } from "./call-state.ts";

/** The language of a locale such as `es-US`; English where we have no apology in it. */
export function languageOf(locale: string | undefined): Language {
  const language = locale?.split("-")[0]?.toLowerCase();
  return languages.find((known) => known === language) ?? "en";
}
