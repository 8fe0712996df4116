import { toJsonSchema } from "@valibot/to-json-schema";
import type * as v from "valibot";
import { formDocument } from "../src/document/form-document.ts";
import { wordsDocument } from "../src/document/words-document.ts";

/** The JSON Schemas of the documents, by their file names, as an author writes them: with defaults left out. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return {
    "call-form.schema.json": schemaOf(formDocument),
    "words.schema.json": schemaOf(wordsDocument),
  };
}

function schemaOf(document: v.GenericSchema): object {
  // Checks that are code, such as "a regular expression", have no JSON Schema: the reader names those mistakes.
  return toJsonSchema(document, {
    typeMode: "input",
    errorMode: "ignore",
    target: "draft-07",
  });
}
