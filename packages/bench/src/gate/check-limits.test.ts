import { expect, test } from "@jest/globals";
import type { Run } from "../report/run.ts";
import { exceeded } from "./check-limits.ts";

const spread = (median: number, q1: number, q3: number) => ({ median, q1, q3 });
const ms = spread(1, 1, 1);

function runWith(cold: typeof ms, warm: typeof ms): Run {
  const at = { node: 24, kib: 100, cpuMs: ms, wallMs: ms, loadCpuMs: 1, wallRatio: ms };
  const times = { p50Ms: 1, p99Ms: 1, p50: ms, p99: 1, cpuMs: ms, against: "stub" } as const;
  return {
    at: "2026-11-29T12:00:00.000Z",
    commit: "abc",
    machine: { cpu: "a", cores: 2, load: [0, 0], nodes: ["v24"] },
    form: "quick",
    cold: [{ rows: [{ ...at, name: "INVITE", ratio: cold }], rounds: 7, noise: 0 }],
    warm: [
      { rows: [{ ...times, name: "INVITE", node: 24, cpu: warm }], rounds: 7, batch: 1, noise: 0 },
    ],
  };
}

const limits = { cold: { INVITE: 0.6 }, warm: { INVITE: 1 } };

test("what is below its limit is fine, and so is what only noise lifted above it", () => {
  const fine = runWith(spread(0.55, 0.5, 0.7), spread(1.05, 0.98, 1.2));
  expect(exceeded(fine, limits)).toEqual([]);
});

test("what is above its limit in most rounds is told with its figures", () => {
  const worse = runWith(spread(0.7, 0.65, 0.8), spread(1.2, 1.1, 1.3));
  expect(exceeded(worse, limits)).toEqual([
    "cold, INVITE: 0.70 (0.65–0.80), at most 0.6",
    "warm, INVITE: 1.20 (1.10–1.30), at most 1",
  ]);
});

test("a limit for what is not measured is no limit: it is told", () => {
  const run = runWith(ms, ms);
  expect(exceeded(run, { cold: { gone: 1 }, warm: {} })).toEqual(["cold, gone: was not measured"]);
});
