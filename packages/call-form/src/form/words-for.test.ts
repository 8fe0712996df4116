import { expect, test } from "@jest/globals";
import { formDocuments } from "../../test/form-documents.ts";
import { readCallForm } from "./read-call-form.ts";
import { wordsFor } from "./words-for.ts";
import { languageOfLocale } from "./words-of-document.ts";

const form = readCallForm(
  formDocuments(({ form, words }) => {
    form.locales = ["fr-CA", "en-US", "en-CA"];
    words["en-CA"] = { sameAs: "en-US" };
  }),
);

test.each<[string | undefined, string]>([
  ["en-CA", "en-CA"],
  ["en-US", "en-US"],
  ["en-GB", "en-US"],
  ["EN-GB", "en-US"],
  ["en", "en-US"],
  ["fr-FR", "fr-CA"],
  ["es-US", "fr-CA"],
  ["", "fr-CA"],
  [undefined, "fr-CA"],
])("a request of %s hears the words of %s", (locale, heard) => {
  expect(wordsFor(form, locale).locale).toBe(heard);
});

test.each([
  ["en-US", "en"],
  ["es-US", "es"],
  ["fr-CA", "fr"],
  ["de-DE", "en"],
  ["", "en"],
])("the language of %j is %s", (locale, language) => {
  expect(languageOfLocale(locale)).toBe(language);
});
