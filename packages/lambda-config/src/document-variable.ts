import { createHash } from "node:crypto";
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
export type DocumentText = DocumentRead | { readonly mistakes: readonly ConfigMistake[] };

export interface DocumentRead {
  readonly variable: string;
  readonly text: string;
  /** What stands beside the document's file, made where it was deployed, to find a way through it. */
  readonly index?: Uint8Array;
}

/** Of the file beside a document's. */
export const indexSuffix = ".index";

/** By this an index knows its document. */
export function documentDigest(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}

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
  const path = join(folder, file);
  const text = contentOf(path)?.toString("utf8");
  if (text === undefined) return mistaken(`names a file that cannot be read; ${example}`);
  const index = contentOf(`${path}${indexSuffix}`);
  return { variable, text, ...(index && { index }) };
}

function contentOf(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
