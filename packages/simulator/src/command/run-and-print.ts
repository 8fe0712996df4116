import { startRecordsConsole } from "@skill-call/call-console";
import { type Output, showConsole } from "@skill-call/terminal";
import type { FaultRates } from "../chance/faults.ts";
import { invariantNames } from "../invariants/invariants.ts";
import type { Violation } from "../run/simulate.ts";
import { printStories } from "./print-stories.ts";
import { type KeptResult, ResultsFile } from "./results-file.ts";
import { runSeeds } from "./run-seeds.ts";

export interface RunOptions {
  readonly calls: number;
  readonly seed: number;
  readonly seeds: number;
  readonly jobs: number;
  readonly only?: number;
  /** Keeps the results of seeds. */
  readonly results?: string;
  /** Where stories are written to. */
  readonly stories?: string;
  readonly json?: boolean;
  /** Shows the stories in the call console, until Ctrl-C. */
  readonly open?: boolean;
  readonly rates: FaultRates;
  readonly formFile: string;
}

/** Milliseconds of real time between two words on how far it is. */
const progressMs = 5000;

/** Runs the simulation and prints what came of it; whether every invariant held. */
export async function runAndPrint(options: RunOptions, output: Output): Promise<boolean> {
  const results = await allResults(options, output);
  const report = reportOf(results);
  if (options.json) output.printJson(report);
  else printReport(report, output);
  if (!options.json) await tellStories(results, options, output);
  return report.violations.length === 0;
}

async function tellStories(
  results: readonly KeptResult[],
  options: RunOptions,
  output: Output,
): Promise<void> {
  const records = await printStories(results, options, output);
  if (!options.open) return;
  if (records.length === 0) return output.note("Nothing was found: there is no story to open.");
  const what = "Calls that a simulation found";
  await showConsole(await startRecordsConsole({ records, what }), output);
}

/** In the order of the seeds, those that a file keeps among them. */
async function allResults(options: RunOptions, output: Output): Promise<readonly KeptResult[]> {
  const { calls, only, seed: first, seeds: count, results: file } = options;
  const seeds = Array.from({ length: count }, (_, index) => first + index);
  const asked = JSON.stringify([only ?? calls, only === undefined, options.rates]);
  const keeper = file === undefined ? undefined : new ResultsFile(file, asked);
  const kept = (keeper?.read() ?? []).filter(({ seed }) => seeds.includes(seed));
  const results = new Map(kept.map((result) => [result.seed, result]));
  const left = seeds.filter((seed) => !results.has(seed));
  const cpuSeconds = cpuClock();
  await runSeeds(left, options, {
    onCall: progress(calls, output),
    onResult: (result) => {
      const timed = { ...result, cpuSeconds: cpuSeconds() };
      results.set(result.seed, timed);
      keeper?.add(timed);
      if (count > 1) output.note(`${results.size} of ${count} seeds`);
    },
  });
  return [...results.values()].sort((one, other) => one.seed - other.seed);
}

/** Answers how many seconds of a processor, in all threads, have gone since it was asked before. */
function cpuClock(): () => number {
  let before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    return (user + system) / 1e6;
  };
}

function progress(calls: number, { note }: Output): (seed: number) => void {
  let done = 0;
  let of: number | undefined;
  let toldAt = performance.now();
  return (seed) => {
    done = seed === of ? done + 1 : 1;
    of = seed;
    if (performance.now() - toldAt < progressMs) return;
    toldAt = performance.now();
    note(`seed ${seed}: ${done} of ${calls} calls`);
  };
}

interface Report {
  readonly seeds: readonly number[];
  readonly calls: number;
  readonly simulatedHours: number;
  readonly cpuSeconds: number;
  readonly callsPerCpuSecond: number;
  readonly invariants: number;
  readonly violations: readonly (Violation & { readonly seed: number })[];
  readonly mishaps: Readonly<Record<string, number>>;
}

function reportOf(results: readonly KeptResult[]): Report {
  const calls = results.reduce((sum, result) => sum + result.calls, 0);
  const cpuSeconds = results.reduce((sum, result) => sum + result.cpuSeconds, 0);
  const mishaps: Record<string, number> = {};
  for (const result of results) {
    for (const [name, count] of Object.entries(result.mishaps))
      mishaps[name] = (mishaps[name] ?? 0) + count;
  }
  return {
    seeds: results.map(({ seed }) => seed),
    calls,
    simulatedHours: rounded(results.reduce((sum, { lastedMs }) => sum + lastedMs, 0) / 3_600_000),
    cpuSeconds: rounded(cpuSeconds),
    callsPerCpuSecond: Math.round(calls / cpuSeconds),
    invariants: invariantNames.length,
    violations: results.flatMap(({ seed, violations }) =>
      violations.map((violation) => ({ seed, ...violation })),
    ),
    mishaps,
  };
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

function printReport(report: Report, { print, terminal }: Output): void {
  const { green, red, bold } = terminal.colors;
  const { calls, seeds, violations, mishaps } = report;
  const befell = Object.values(mishaps).reduce((sum, count) => sum + count, 0);
  print(
    `${bold(`${calls} calls`)}, ${seeds.length === 1 ? `seed ${seeds[0]}` : `${seeds.length} seeds from ${seeds[0]}`}: ${befell} mishaps, ${report.simulatedHours} hours of simulated time, ${report.cpuSeconds} s of a processor (${report.callsPerCpuSecond} calls/s)`,
  );
  for (const name of invariantNames) {
    const broken = violations.filter(({ invariant }) => invariant === name).length;
    print(broken === 0 ? `${green("✔")} ${name}` : `${red("✘")} ${name}: ${broken} calls`);
  }
}
