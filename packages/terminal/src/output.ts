import type { Writable } from "node:stream";
import { type OutputStream, type Terminal, terminalOf } from "./render/terminal.ts";

/** Where a command prints. Standard output is the answer, standard error is everything about it. */
export interface Output {
  readonly terminal: Terminal;
  print(...lines: readonly string[]): void;
  /** One JSON document, and nothing else on standard output. */
  printJson(document: unknown): void;
  note(...lines: readonly string[]): void;
}

export interface OutputStreams {
  readonly stdout: Writable & OutputStream;
  readonly stderr: Writable;
  readonly env: NodeJS.ProcessEnv;
}

export function outputTo({ stdout, stderr, env }: OutputStreams): Output {
  return {
    terminal: terminalOf(stdout, env),
    print: (...lines) => void stdout.write(`${lines.join("\n")}\n`),
    printJson: (document) => void stdout.write(`${JSON.stringify(document, null, 2)}\n`),
    note: (...lines) => void stderr.write(`${lines.join("\n")}\n`),
  };
}
