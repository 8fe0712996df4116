/** The languages that callers are spoken to in. */
export const languages = ["en", "es", "fr"] as const;
export type Language = (typeof languages)[number];

/** The language of a locale such as `es-US`; English where there are no words in it. */
export function languageOf(locale: string | undefined): Language {
  const language = locale?.split("-")[0]?.toLowerCase();
  return languages.find((known) => known === language) ?? "en";
}
