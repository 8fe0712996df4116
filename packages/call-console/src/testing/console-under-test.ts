import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

export interface RunningConsole {
  readonly url: string;
  /** What has been printed so far. */
  readonly lines: readonly string[];
  /** Ctrl-C; answers the exit code. */
  interrupt(): Promise<number | null>;
}

/** No file of tests needs it for longer, in milliseconds: one that failed has left it running, and would not end. */
const LONGEST_MS = 15 * 60_000;

/** Runs a command of a built command line that shows the call console, until it says where. */
export async function runConsoleCommand(
  bin: string,
  ...args: readonly string[]
): Promise<RunningConsole> {
  const child = spawn(process.execPath, [bin, ...args], {
    // A machine of CI may be busy.
    env: { PATH: process.env.PATH, BROWSER: "none", SKILL_CALL_TIMES_SLOWER: "5" },
    stdio: ["ignore", "pipe", "inherit"],
    timeout: LONGEST_MS,
  });
  const closed = once(child, "close") as Promise<[number | null]>;
  const lines: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      lines.push(line);
      const found = /^Call console +(http:\S+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    void closed.then(() => reject(new Error("The command ended before the console listened")));
  });
  return {
    url,
    lines,
    interrupt: async () => {
      child.kill("SIGINT");
      return (await closed)[0];
    },
  };
}
