import { type ChildProcess, execFileSync } from "node:child_process";

/** Whose process is killed while calls are on. */
export const victims = ["lambda", "store", "contact-centre"] as const;

export type Victim = (typeof victims)[number];

export interface Surroundings {
  readonly store: ChildProcess;
  readonly contactCentre: ChildProcess;
}

/** kill -9; answers how many processes it hit. */
export function kill(victim: Victim, { store, contactCentre }: Surroundings): number {
  const pids = {
    lambda: lambdaProcesses,
    store: () => [store.pid],
    "contact-centre": () => [contactCentre.pid],
  }[victim]();
  const there = pids.filter((pid) => pid !== undefined);
  for (const pid of there) process.kill(pid, "SIGKILL");
  return there.length;
}

/** The processes that the emulator has started for Lambdas, and that are this one's children. */
function lambdaProcesses(): readonly number[] {
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
  return table.split("\n").flatMap((line) => {
    const [, pid, parent, args = ""] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    const isOurs = Number(parent) === process.pid && args.includes("lambda-runtime.mjs");
    return isOurs ? [Number(pid)] : [];
  });
}
