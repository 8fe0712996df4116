import { expect, test } from "@jest/globals";
import { UnknownLocaleError } from "../alexa-error.ts";
import { english } from "./english.ts";
import { french } from "./french.ts";
import { languageOf } from "./language-of.ts";
import { spanish } from "./spanish.ts";

test.each([
  ["en-US", english],
  ["en-CA", english],
  ["es-US", spanish],
  ["fr-CA", french],
])("%s has its language", (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});

test.each(["hi-IN", "ja-JP", "", "constructor"])(
  "%p is a locale that the emulator does not speak",
  (locale) => {
    expect(() => languageOf(locale)).toThrow(UnknownLocaleError);
  },
);

test("every language has words for the same built-in intents and permissions", () => {
  const intents = Object.keys(english.builtInUtterances).sort();
  const scopes = [...english.sentences.scopes.keys()];
  for (const language of [spanish, french]) {
    expect(Object.keys(language.builtInUtterances).sort()).toEqual(intents);
    expect([...language.sentences.scopes.keys()]).toEqual(scopes);
  }
});
