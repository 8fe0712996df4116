import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface SippLoad {
  readonly process: ChildProcess;
  readonly ended: Promise<unknown>;
  /** When it has ended. */
  readonly counters: () => Promise<SippCounters>;
}

export interface SippCounters {
  readonly successful: number;
  readonly failed: number;
  readonly retransmissions: number;
  /** Achieved, calls a second. */
  readonly rate: number;
}

export interface SippOptions {
  /** The scenario's. */
  readonly name: "caller" | "patient-caller" | "callee";
  readonly scenarios: string;
  readonly port: number;
  /** Folder for its files. */
  readonly work: string;
  readonly args: readonly string[];
}

/** Starts sipp over UDP. */
export function startSipp({ name, scenarios, port, work, args }: SippOptions): SippLoad {
  const stats = join(work, `${name}.csv`);
  const child = spawn(
    "sipp",
    [
      ...args,
      ...["-sf", join(scenarios, `${name}.xml`), "-i", "127.0.0.1", "-p", String(port)],
      ...["-nostdin", "-trace_stat", "-fd", "1", "-stf", stats],
      ...["-trace_err", "-error_file", join(work, `${name}-errors.log`)],
    ],
    { cwd: work, stdio: "ignore" },
  );
  const closed = once(child, "close");
  return { process: child, ended: closed, counters: () => closed.then(() => countersIn(stats)) };
}

async function countersIn(file: string): Promise<SippCounters> {
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  const names = (lines[0] ?? "").split(";");
  const values = (lines.at(-1) ?? "").split(";");
  const counter = (name: string) => Number(values[names.indexOf(name)]);
  return {
    successful: counter("SuccessfulCall(C)"),
    failed: counter("FailedCall(C)"),
    retransmissions: counter("Retransmissions(C)"),
    rate: counter("CallRate(C)"),
  };
}
