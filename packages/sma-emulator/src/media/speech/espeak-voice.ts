import type { Speech } from "../../service/media/media.ts";

/** Polly's voices of the Americas by language: Speak may name a voice alone (guide, "Speak": Joanna without one). */
const languages: Readonly<Record<string, readonly string[]>> = {
  "en-us": [
    "Danielle",
    "Gregory",
    "Ivy",
    "Joanna",
    "Joey",
    "Justin",
    "Kendra",
    "Kevin",
    "Kimberly",
    "Matthew",
    "Ruth",
    "Salli",
    "Stephen",
  ],
  "es-419": ["Lupe", "Miguel", "Pedro", "Penelope", "Penélope", "Andres", "Andrés", "Mia"],
  fr: ["Chantal", "Gabrielle", "Liam"],
  "pt-br": ["Camila", "Ricardo", "Thiago", "Vitoria", "Vitória"],
};

/** Where espeak-ng calls a language by another name than its own code. */
const espeakNames: Readonly<Record<string, string>> = {
  "en-ca": "en-us",
  "en-au": "en-gb",
  "es-us": "es-419",
  "es-mx": "es-419",
  "es-es": "es",
  "fr-fr": "fr",
  "fr-ca": "fr",
  "de-de": "de",
  "it-it": "it",
  arb: "ar",
  "cmn-cn": "cmn",
};

/** What espeak-ng has for the language asked for, else for the voice. */
export function espeakVoice({
  languageCode,
  voiceId = "Joanna",
}: Pick<Speech, "languageCode" | "voiceId">): string {
  if (languageCode === undefined) {
    const [language = "en-us"] =
      Object.entries(languages).find(([, voices]) => voices.includes(voiceId)) ?? [];
    return language;
  }
  const code = languageCode.toLowerCase();
  if (Object.hasOwn(espeakNames, code)) return espeakNames[code] ?? code;
  // A name from the Lambda: nothing that could be read as an option or a path.
  return /^[a-z]{2,3}(-[a-z\d]{2,4})?$/.test(code) ? code : "en-us";
}
