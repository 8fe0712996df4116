import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "./problem.ts";

/** How far a run has come. */
export interface Progress {
  readonly seed: number;
  readonly inputs: number;
}

/** An input that breaks a promise, as short as it was found. */
export interface Finding extends Problem {
  readonly input: string;
}

/** What is kept of a target: the inputs that reached code that none before them had reached, and the findings. */
export interface Corpus {
  readonly inputs: readonly string[];
  keep(input: string): void;
  report(finding: Finding): void;
  /** Notes how far the run has come, so that it can go on. */
  mark(progress: Progress): void;
}

/** A corpus that lasts as long as this process. */
export function corpusInMemory(): Corpus {
  const inputs: string[] = [];
  return { inputs, keep: (input) => void inputs.push(input), report: () => {}, mark: () => {} };
}

export interface CorpusFolder extends Corpus {
  /** Where the last run stopped. */
  readonly progress: Progress | undefined;
}

/**
 * A corpus in a folder: `inputs/` and `findings/` hold a JSON string a file, `progress.json` how far the run has come.
 * @param again whether it begins anew
 */
export function corpusFolder(folder: string, { again }: { readonly again: boolean }): CorpusFolder {
  if (again) rmSync(folder, { recursive: true, force: true });
  for (const each of ["inputs", "findings"]) mkdirSync(join(folder, each), { recursive: true });
  const progressFile = join(folder, "progress.json");
  const inputs = readdirSync(join(folder, "inputs"))
    .sort()
    .map((file) => readInput(join(folder, "inputs", file)));
  const write = (kind: string, input: string, content: unknown) =>
    writeFileSync(join(folder, kind, `${nameOf(input)}.json`), `${JSON.stringify(content)}\n`);
  return {
    inputs,
    progress: readProgress(progressFile),
    keep(input) {
      inputs.push(input);
      write("inputs", input, input);
    },
    report: (finding) => write("findings", finding.input, finding),
    mark: (progress) => writeFileSync(progressFile, `${JSON.stringify(progress)}\n`),
  };
}

/** An input that was kept, or that of a finding. */
export function readInput(file: string): string {
  const content: unknown = JSON.parse(readFileSync(file, "utf8"));
  return typeof content === "string" ? content : (content as Finding).input;
}

function readProgress(file: string): Progress | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Progress;
  } catch {
    return undefined;
  }
}

function nameOf(input: string): string {
  return createHash("sha256").update(JSON.stringify(input)).digest("hex").slice(0, 16);
}
