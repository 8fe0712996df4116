import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ConfigMistake } from "./config-error.ts";

/** Where a Lambda finds its documents. */
export interface DocumentPlaces {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Of the Lambda's own file. */
  readonly folder: string;
}

/** A document's text and the variable that led to it, or why there is none. */
export type DocumentText =
  | { readonly variable: string; readonly text: string }
  | { readonly mistakes: readonly ConfigMistake[] };

/** A name in the Lambda's folder or below; no way leads out of it. */
const besideLambda = /^file:(?:\.\/)?((?:[\w-][\w.-]*\/)*[\w-][\w.-]*)$/;

/**
 * Reads a document that stands in a variable, such as `ROUTES`, or in the file that its `ROUTES_SOURCE` names: a Lambda's
 * environment ends at 4 KB. Neither set is an empty text.
 */
export function readDocumentVariable(
  name: string,
  { environment, folder }: DocumentPlaces,
): DocumentText {
  const variable = `${name}_SOURCE`;
  const source = environment[variable];
  if (!source) return { variable: name, text: environment[name] ?? "" };
  const mistaken = (problem: string) => ({ mistakes: [{ variable, problem }] });
  if (environment[name]) return mistaken(`is set beside ${name}; leave one out`);
  const example = `example: file:${name.toLowerCase()}.json`;
  const [, file] = besideLambda.exec(source) ?? [];
  if (file === undefined) return mistaken(`must be a file beside the Lambda; ${example}`);
  const text = textOf(join(folder, file));
  if (text === undefined) return mistaken(`names a file that cannot be read; ${example}`);
  return { variable, text };
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
