import type { Command } from "commander";
import { type Output, outputTo } from "./output.ts";
import { reportProblem } from "./report-problem.ts";
import { versionLine } from "./version-line.ts";

export interface CommandLine {
  /** Of the program's main module. */
  readonly moduleUrl: string;
  readonly command: (output: Output) => Command;
  /** Says what went wrong; as `reportProblem` without it. */
  readonly report?: typeof reportProblem;
}

/** Runs a command line: `--version` in each of its commands, what went wrong in words, a quiet end behind `| head`. */
export async function runCommand({
  moduleUrl,
  command: make,
  report = reportProblem,
}: CommandLine): Promise<void> {
  const output = outputTo(process);
  const version = () => versionLine(moduleUrl);
  endsWithItsReader(process);
  try {
    const command = make(output);
    for (const each of [command, ...command.commands]) {
      each.option(
        "--version",
        "print version, commit and Node, as a report of a mistake needs them",
      );
      each.on("option:version", () => {
        output.print(version());
        process.exit(0);
      });
    }
    await command.parseAsync();
  } catch (error) {
    report(error, output, version);
    process.exitCode = 1;
  }
}

/** Of this process; SIGPIPE is for whoever has something open to end it. */
type Writing = Pick<NodeJS.Process, "stdout" | "stderr" | "emit" | "exit">;

/**
 * Where nobody reads on (`| head`) the command ends without a word: what was wanted of it is there. Who has something
 * open hears SIGPIPE first; Node itself ignores that signal.
 */
export function endsWithItsReader(process: Writing): void {
  let ends = false;
  const onError = (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    if (ends) return;
    ends = true;
    if (!process.emit("SIGPIPE", "SIGPIPE")) process.exit(0);
  };
  process.stdout.on("error", onError);
  process.stderr.on("error", onError);
}
