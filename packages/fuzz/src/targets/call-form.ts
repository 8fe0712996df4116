import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  type CallForm,
  contextSchemaOf,
  contextTypeOf,
  fieldLabelsOf,
  isCallFormError,
  readCallForm,
} from "@skill-call/call-form";
import { interactionModelOf } from "@skill-call/call-form/models";
import { ensure, type Target } from "./target.ts";

/** @param callFormFile a form to begin with, its words in the folder beside it */
export function callForm(callFormFile: string): Target {
  const documents = documentsOf(callFormFile);
  return {
    is: "a call form with its words, and the interaction models that follow from it",
    form: "json",
    samples: [JSON.stringify(documents)],
    words: [
      ...["name", "account-id", "reason", "choice", "yes-no", "number", "date", "phone", "text"],
      ...["en-US", "es-US", "fr-CA", "en-CA", "sameAs", "{callerName}", "{company}", "{reason}"],
      ...["required", "optional", "billing", "callerName", "accountId", "America/Toronto", "09:00"],
    ],
    feed(input) {
      const form = read(JSON.parse(input));
      if (!form) return;
      contextSchemaOf(form);
      ensure(contextTypeOf(form) !== "", "a form has a type");
      for (const words of form.words) {
        fieldLabelsOf(form, words.locale);
        const { interactionModel } = interactionModelOf(form, words);
        ensure(interactionModel.languageModel.intents.length > 0, "a form has intents");
      }
    },
  };
}

function documentsOf(file: string) {
  const form = JSON.parse(readFileSync(file, "utf8")) as { readonly locales: readonly string[] };
  const locales = form.locales.filter((locale) => locale !== "es-US" && locale !== "fr-CA");
  const wordsOf = (locale: string) =>
    JSON.parse(readFileSync(join(dirname(file), "words", `${locale}.json`), "utf8")) as unknown;
  const words = Object.fromEntries(locales.map((locale) => [locale, wordsOf(locale)]));
  return { form: { ...form, locales }, words };
}

function read(document: unknown): CallForm | undefined {
  const { form, words } = Object(document);
  try {
    return readCallForm({ form, words: Object(words) });
  } catch (error) {
    if (!isCallFormError(error)) throw error;
    ensure(error.mistakes.length > 0, "a refusal says why");
    return undefined;
  }
}
