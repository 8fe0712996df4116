import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { ResultsFile } from "./results-file.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "results-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const result = { calls: 10, violations: [], mishaps: {}, lastedMs: 1000, cpuSeconds: 0.5 };

test("results are there again for a run that asks the same, and for no other", () => {
  const file = join(folder, "results.jsonl");
  const run = new ResultsFile(file, "10 calls");
  expect(run.read()).toEqual([]);
  run.add({ ...result, seed: 1 });
  new ResultsFile(file, "20 calls").add({ ...result, seed: 1 });
  run.add({ ...result, seed: 2 });
  expect(new ResultsFile(file, "10 calls").read()).toMatchObject([
    { ...result, seed: 1 },
    { ...result, seed: 2 },
  ]);
});

test("a file of something else is not taken for results", () => {
  const file = join(folder, "other.txt");
  writeFileSync(file, "hello\n");
  expect(() => new ResultsFile(file, "").read()).toThrow("holds no results");
});
