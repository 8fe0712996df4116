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
  const folder = dirname(resolve(file));
  const mistakes = [
    ...(read.issues ?? []).flatMap(mistakesOf),
    ...disagreements(raw),
    ...missingFiles(raw, folder),
  ];
  if (!read.success || mistakes.length > 0) throw new EmulatorConfigError(file, mistakes);
  return configured(read.output, folder);
}

async function readJson(file: string): Promise<unknown> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new EmulatorConfigError(file, [{ path: "", problem: "cannot be read" }], { cause });
  });
  try {
    return JSON.parse(text);
  } catch (cause) {
    const problem = `is not JSON: ${(cause as Error).message}`;
    throw new EmulatorConfigError(file, [{ path: "", problem }], { cause });
  }
}

/** The file that a Lambda is, as far as a document names it in the right shape. */
const lambdaFile = v.fallback(
  v.optional(
    v.object({
      file: v.pipe(v.string(), v.minLength(1)),
      handler: v.optional(v.string(), "handler"),
      envFile: v.fallback(v.optional(v.string()), undefined),
    }),
  ),
  undefined,
);
type LambdaFile = v.InferOutput<typeof lambdaFile>;

const filesSchema = v.object({
  sipMediaApplications: v.fallback(
    v.array(v.fallback(v.object({ lambda: lambdaFile }), { lambda: undefined })),
    [],
  ),
  functions: v.fallback(v.record(v.string(), lambdaFile), {}),
  listen: v.fallback(
    v.optional(
      v.object({
        tls: v.optional(
          v.object({
            certificate: v.optional(v.string()),
            key: v.optional(v.string()),
            authorities: v.optional(v.string()),
          }),
        ),
      }),
    ),
    undefined,
  ),
});

function missingFiles(document: unknown, folder: string): readonly ConfigMistake[] {
  const { success, output } = v.safeParse(filesSchema, document);
  if (!success) return [];
  const tls = Object.entries(output.listen?.tls ?? {});
  const ofTls = tls.flatMap(([name, file]) =>
    file === undefined ? [] : missing(`listen.tls.${name}`, resolve(folder, file)),
  );
  const missingOf = (place: string, lambda: LambdaFile) => missingIn({ place, lambda, folder });
  return [
    ...ofTls,
    ...output.sipMediaApplications.flatMap(({ lambda }, index) =>
      missingOf(`sipMediaApplications[${index}].lambda`, lambda),
    ),
    ...Object.entries(output.functions).flatMap(([name, lambda]) =>
      missingOf(`functions.${name}`, lambda),
    ),
  ];
}

interface PlacedLambda {
  readonly place: string;
  readonly lambda: LambdaFile;
  readonly folder: string;
}

function missingIn({ place, lambda, folder }: PlacedLambda): readonly ConfigMistake[] {
  if (!lambda) return [];
  const { file, handler, envFile } = lambda;
  const source = findHandler(resolve(folder, file), handler).file;
  return [
    ...missing(`${place}.file`, source, "; is the Lambda built?"),
    ...(envFile === undefined ? [] : missing(`${place}.envFile`, resolve(folder, envFile))),
  ];
}

function missing(path: string, file: string, hint = ""): readonly ConfigMistake[] {
  if (existsSync(file)) return [];
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
