import { UnknownLocaleError } from "../alexa-error.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { german } from "./german.ts";
import { italian } from "./italian.ts";
import type { Language } from "./language.ts";
import { portuguese } from "./portuguese.ts";
import { spanish } from "./spanish.ts";

const languages: ReadonlyMap<string, Language> = new Map([
  ["en", english],
  ["es", spanish],
  ["fr", french],
  ["de", german],
  ["it", italian],
  ["pt", portuguese],
]);

/**
 * The language of a locale such as `fr-CA`.
 * @throws {UnknownLocaleError} when the emulator does not speak it
 */
export function languageOf(locale: string): Language {
  const [code = ""] = locale.split("-");
  const language = languages.get(code);
  if (!language) throw new UnknownLocaleError(locale);
  return language;
}
