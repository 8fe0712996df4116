import { relative } from "node:path";
import type { Mistake } from "@skill-call/doctor";
import type { Terminal } from "@skill-call/terminal";
import { wrapped } from "@skill-call/terminal";

/** What `doctor` found. */
export interface DoctorReport {
  /** The document or the environment that was read. */
  readonly source: string;
  /** The Lambdas that were asked: those whose section of the document fits. */
  readonly parts: readonly string[];
  readonly mistakes: readonly Mistake[];
  /** What is right, and worth a word. */
  readonly notes: readonly Mistake[];
}

const indent = "    ";

/** Each mistake with its place, and how many there are. */
export function doctorStory(
  { source, parts, mistakes, notes }: DoctorReport,
  terminal: Terminal,
): readonly string[] {
  const { green, red } = terminal.colors;
  const asked = parts.length > 0 ? parts.join(", ") : "no Lambda asked";
  const head = `${shortened(source)}: ${asked}`;
  const told = [...mistakes, ...notes].flatMap((each) => lines(each, terminal));
  const found = told.length > 0 ? [head, "", ...told] : [head];
  if (mistakes.length === 0)
    return [...found, green("✔ Nothing is missing, and everything agrees.")];
  const count = mistakes.length === 1 ? "1 mistake" : `${mistakes.length} mistakes`;
  return [...found, red(`✘ ${count}`)];
}

function lines({ part, place, problem }: Mistake, { width, colors }: Terminal): readonly string[] {
  const whose = part === undefined ? "" : `${part} `;
  const text = wrapped(problem, width - indent.length);
  return [`  ${whose}${colors.bold(place)}`, ...text.map((line) => indent + line), ""];
}

function shortened(source: string): string {
  return source.startsWith("/") ? relative(process.cwd(), source) : source;
}
