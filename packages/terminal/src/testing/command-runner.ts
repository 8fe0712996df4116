import { spawn } from "node:child_process";

export interface CommandRun {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface CommandOptions {
  /** What is piped in; nothing without it. */
  readonly input?: string;
  /** Sent once this text stands on standard output. */
  readonly signalAfter?: string;
}

/** Runs a built command line, as a user would from a script: not on a terminal. */
export function commandRunner(
  bin: string,
): (args: readonly string[], options?: CommandOptions) => Promise<CommandRun> {
  return (args, options = {}) => run(bin, args, options);
}

async function run(
  bin: string,
  args: readonly string[],
  { input = "", signalAfter }: CommandOptions,
): Promise<CommandRun> {
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
