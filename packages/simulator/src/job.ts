// Simulates seed after seed, in a thread of its own.
import { parentPort, workerData } from "node:worker_threads";
import { readCallFormFile } from "@skill-call/call-form/files";
import { type SeedOptions, simulateSeed } from "./run/simulate-seed.ts";

/** What a job is told when it starts. */
export interface Job extends Omit<SeedOptions, "form"> {
  readonly formFile: string;
}

const { formFile, ...options } = workerData as Job;
const form = readCallFormFile(formFile);

parentPort?.on("message", async (seed: number) => {
  parentPort?.postMessage(await simulateSeed(seed, { ...options, form }));
});
