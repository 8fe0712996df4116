import { readFileSync } from "node:fs";

/** Processor time so far, milliseconds; where the system has no /proc nobody knows that of others. */
export interface CpuTimes {
  readonly emulator: number;
  /** Processes of the Lambda that live. */
  readonly lambda: number;
  readonly store: number;
  /** What this process started and what has ended: sipp, and processes of the Lambda that were given up. */
  readonly ended: number;
}

/** Linux counts in hundredths of a second, whatever its own clock (proc(5), USER_HZ). */
const tickMs = 10;

/** @param store its process ID */
export function cpuTimes(store: number): CpuTimes | undefined {
  const [emulator, ended] = timesOf("self");
  if (emulator === undefined || ended === undefined) return undefined;
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").trim();
  const lambdas = children.split(" ").filter((pid) => isLambda(pid));
  return {
    emulator,
    ended,
    store: timesOf(store)[0] ?? 0,
    lambda: lambdas.reduce((sum, pid) => sum + (timesOf(pid)[0] ?? 0), 0),
  };
}

/** What a run took, divided by its calls: milliseconds with two digits. */
export function cpuPerCall(before: CpuTimes, after: CpuTimes, calls: number): CpuTimes {
  const part = (name: keyof CpuTimes) =>
    Math.round((100 * (after[name] - before[name])) / calls) / 100;
  return {
    emulator: part("emulator"),
    lambda: part("lambda"),
    store: part("store"),
    ended: part("ended"),
  };
}

function isLambda(pid: string): boolean {
  return textOf(`/proc/${pid}/cmdline`)?.includes("lambda-runtime") ?? false;
}

/** Of a process itself, and of its children that have ended: fields 14 to 17 of proc(5)'s stat, the name in brackets left out. */
function timesOf(pid: number | string): readonly number[] {
  const [, fields = ""] = textOf(`/proc/${pid}/stat`)?.split(") ") ?? [];
  if (fields === "") return [];
  const [user = 0, system = 0, childrensUser = 0, childrensSystem = 0] = fields
    .split(" ")
    .slice(11, 15)
    .map(Number);
  return [(user + system) * tickMs, (childrensUser + childrensSystem) * tickMs];
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}
