import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const bin = fileURLToPath(new URL("../dist/cli.mjs", import.meta.url));

export interface CliRun {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CliOptions {
  /** What is piped in; nothing without it. */
  readonly input?: string;
  /** Sent once this text stands on standard output. */
  readonly signalAfter?: string;
}

/** Runs the built command line, as a user would from a script: not on a terminal. */
export async function runCli(
  args: readonly string[],
  { input = "", signalAfter }: CliOptions = {},
): Promise<CliRun> {
  const child = spawn(process.execPath, [bin, ...args], { env: { PATH: process.env.PATH } });
  let [stdout, stderr, signalled] = ["", "", false];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
    if (signalAfter === undefined || signalled || !stdout.includes(signalAfter)) return;
    signalled = child.kill("SIGINT");
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  if (signalAfter === undefined) child.stdin.end(input);
  else child.stdin.write(input);
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (exitCode, signal) => resolve({ exitCode, signal, stdout, stderr }));
  });
}
