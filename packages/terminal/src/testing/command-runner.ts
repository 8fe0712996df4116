import { type ChildProcess, type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { afterEach } from "@jest/globals";

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

/**
 * Runs a built command line, as a user would from a script: not on a terminal. What a test leaves running, because it
 * failed, is ended after it: its pipes would keep the whole run of tests open.
 */
export function commandRunner(
  bin: string,
  environment: Readonly<Record<string, string>> = {},
): (args: readonly string[], options?: CommandOptions) => Promise<CommandRun> {
  const running = new Set<ChildProcess>();
  const env = { PATH: process.env.PATH, ...environment };
  afterEach(() => {
    for (const child of running) child.kill("SIGKILL");
  });
  return async (args, options = {}) => {
    const child = spawn(process.execPath, [bin, ...args], { env });
    running.add(child);
    try {
      return await told(child, options);
    } finally {
      running.delete(child);
    }
  };
}

function told(
  child: ChildProcessWithoutNullStreams,
  { input = "", signalAfter }: CommandOptions,
): Promise<CommandRun> {
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
