import { type CallForm, wordsFor } from "@skill-call/call-form";
import type { Catalog } from "./catalog.ts";
import { createCatalog } from "./create-catalog.ts";
import { checkOwnSentences } from "./own-sentences.ts";

/** The sentences for a request's locale: its own, or those of its language, or the form's first. */
export type Catalogs = (locale: string | undefined) => Catalog;

/**
 * The catalogs of a form, each made when it is first needed.
 * @throws {CallFormError} when the form replaces sentences that the skill does not have
 */
export function createCatalogs(form: CallForm): Catalogs {
  checkOwnSentences(form);
  const made = new Map<string, Catalog>();
  return (locale) => {
    const words = wordsFor(form, locale);
    const catalog = made.get(words.locale) ?? createCatalog(form, words);
    made.set(words.locale, catalog);
    return catalog;
  };
}
