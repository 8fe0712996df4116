import { Worker } from "node:worker_threads";
import { readCallFormFile } from "@skill-call/call-form/files";
import type { FaultRates } from "../chance/faults.ts";
import type { Job } from "../job.ts";
import { type SeedResult, simulateSeed } from "../run/simulate-seed.ts";

export interface SeedsOptions extends Job {
  /** Threads; 1 is this one. */
  readonly jobs: number;
  readonly rates: FaultRates;
}

export interface SeedsListener {
  readonly onCall: (seed: number) => void;
  readonly onResult: (result: SeedResult) => void;
}

/** Simulates seeds, some at once; each result comes as soon as it is there. */
export async function runSeeds(
  seeds: readonly number[],
  { jobs, ...job }: SeedsOptions,
  { onCall, onResult }: SeedsListener,
): Promise<void> {
  const left = [...seeds];
  if (jobs > 1) {
    const threads = Array.from({ length: Math.min(jobs, left.length) }, () =>
      runInThread(left, job, onResult),
    );
    await Promise.all(threads);
    return;
  }
  const { formFile, ...options } = job;
  const form = readCallFormFile(formFile);
  for (const seed of left) {
    onResult(await simulateSeed(seed, { ...options, form }, () => onCall(seed)));
  }
}

/** Takes one seed after the other, until none is left. */
function runInThread(
  left: number[],
  workerData: Job,
  onResult: SeedsListener["onResult"],
): Promise<void> {
  const worker = new Worker(new URL("job.mjs", import.meta.url), { workerData });
  const next = () => {
    const seed = left.shift();
    if (seed === undefined) void worker.terminate();
    else worker.postMessage(seed);
  };
  return new Promise((resolve, reject) => {
    worker.on("message", (result: SeedResult) => {
      onResult(result);
      next();
    });
    worker.on("error", reject);
    worker.on("exit", () => resolve());
    next();
  });
}
