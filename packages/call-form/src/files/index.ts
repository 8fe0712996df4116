import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { CallFormError } from "../errors.ts";
import type { CallForm } from "../form/call-form.ts";
import { readCallForm } from "../form/read-call-form.ts";

/**
 * Reads a call form from its file, and the words of its locales from `words/` beside it.
 * @throws {CallFormError} with every mistake and its place, also where a file is missing or is not JSON
 */
export function readCallFormFile(file: string): CallForm {
  const form = readJson(file, "call-form.json");
  const words = localesIn(form).flatMap((locale) => {
    const content = readJson(
      join(dirname(file), "words", `${locale}.json`),
      `words/${locale}.json`,
    );
    return content === undefined ? [] : [[locale, content] as const];
  });
  return readCallForm({ form, words: Object.fromEntries(words) });
}

/** Nothing where there is no such file: the reader says that it is missing. */
function readJson(file: string, document: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new CallFormError([
        { document, pointer: "", problem: `is not JSON: ${error.message}` },
      ]);
    return undefined;
  }
}

/** The locales of a document that nobody has checked yet. */
function localesIn(form: unknown): readonly string[] {
  const { locales } = (form ?? {}) as { readonly locales?: unknown };
  return Array.isArray(locales) ? locales.filter((each) => typeof each === "string") : [];
}
