import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { findHandler } from "@skill-call/lambda-runner";
import * as v from "valibot";
import { disagreements } from "./agreement.ts";
import { type ConfigMistake, EmulatorConfigError } from "./config-error.ts";
import { configured } from "./configured.ts";
import type { EmulatorConfig } from "./emulator-config.ts";
import { alternativeFor, emulatorSchema } from "./emulator-schema.ts";

/**
 * Reads `emulator.json`; what it names relative to itself becomes absolute.
 * @throws {EmulatorConfigError} with every mistake
 */
export async function readEmulatorConfig(file: string): Promise<EmulatorConfig> {
  const raw = await readJson(file);
  const read = v.safeParse(emulatorSchema, raw);
  if (!read.success) throw new EmulatorConfigError(file, read.issues.flatMap(mistakesOf));
  const config = configured(read.output, dirname(resolve(file)));
  const mistakes = [...disagreements(read.output), ...missingFiles(config)];
  if (mistakes.length > 0) throw new EmulatorConfigError(file, mistakes);
  return config;
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new EmulatorConfigError(file, [{ path: "", problem: "cannot be read" }], { cause });
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    const problem = `is no JSON: ${(cause as Error).message}`;
    throw new EmulatorConfigError(file, [{ path: "", problem }], { cause });
  }
}

function missingFiles({ applications }: EmulatorConfig): readonly ConfigMistake[] {
  return applications.flatMap(({ lambda }, index) => {
    if (lambda.kind === "http") return [];
    const { file } = findHandler(lambda.file, lambda.handler);
    return [
      ...missing(`sipMediaApplications[${index}].lambda.file`, file, "; is the Lambda built?"),
      ...missing(`sipMediaApplications[${index}].lambda.envFile`, lambda.envFile),
    ];
  });
}

function missing(path: string, file: string | undefined, hint = ""): readonly ConfigMistake[] {
  if (file === undefined || existsSync(file)) return [];
  return [{ path, problem: `${file} is not there${hint}` }];
}

/** Of an either-or the mistakes of the alternative that was meant, else that neither fits. */
function mistakesOf(issue: v.BaseIssue<unknown>): readonly ConfigMistake[] {
  const { type, input } = issue;
  const meant = type === "union" ? alternativeFor(input) : undefined;
  const issues = meant && v.safeParse(meant, input).issues;
  if (!issues) return [{ path: pathTo(issue.path ?? []), problem: problemOf(issue) }];
  return issues.map((inner) => ({
    path: pathTo([...(issue.path ?? []), ...(inner.path ?? [])]),
    problem: problemOf(inner),
  }));
}

function pathTo(items: readonly { readonly key: unknown }[]): string {
  return items.reduce((way, { key }) => {
    if (typeof key === "number") return `${way}[${key}]`;
    return way === "" ? String(key) : `${way}.${String(key)}`;
  }, "");
}

function problemOf({ kind, type, expected, received, message }: v.BaseIssue<unknown>): string {
  if (kind !== "schema" || type === "union") return message;
  if (expected === "never") return "is not a known setting";
  if (received === "undefined") return "is missing";
  return `must be ${expected ?? type}, not ${received}`;
}
