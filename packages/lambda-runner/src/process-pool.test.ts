import { expect, test } from "@jest/globals";
import { createManualClock } from "@skill-call/emulation/testing";
import { ProcessPool } from "./process-pool.ts";

function poolOf(limit = 10) {
  const clock = createManualClock();
  const started: FakeProcess[] = [];
  const start = () => {
    const process = new FakeProcess(started.length + 1);
    started.push(process);
    return process;
  };
  return { pool: new ProcessPool({ limit, start, clock }), clock, started };
}

class FakeProcess {
  over = false;
  killed = false;
  readonly initialised = Promise.resolve();
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
  async kill(): Promise<void> {
    this.killed = true;
  }
}

test("the first invocation starts a process, the next takes the same", async () => {
  const { pool, started } = poolOf();
  const first = await pool.lease();
  if (first) pool.giveBack(first);
  expect(await pool.lease()).toBe(first);
  expect(started).toHaveLength(1);
});

test("who finds all busy gets the first that is given back", async () => {
  const { pool, started } = poolOf();
  const first = await pool.lease();
  const second = pool.lease();
  if (first) pool.giveBack(first);
  expect(await second).toBe(first);
  expect(started).toHaveLength(1);
});

test("who has waited a tenth of a second gets a process more", async () => {
  const { pool, clock, started } = poolOf();
  await pool.lease();
  const second = pool.lease();
  clock.advance(99);
  expect(started).toHaveLength(1);
  clock.advance(1);
  expect((await second)?.number).toBe(2);
});

test("at the limit one waits, however long it takes", async () => {
  const { pool, clock, started } = poolOf(1);
  const first = await pool.lease();
  const second = pool.lease();
  clock.advance(10_000);
  expect(started).toHaveLength(1);
  if (first) pool.giveBack(first);
  expect(await second).toBe(first);
});

test("a process that is discarded at the limit makes room for another", async () => {
  const { pool, clock } = poolOf(1);
  const first = await pool.lease();
  const second = pool.lease();
  clock.advance(100);
  if (first) await pool.discard(first);
  expect((await second)?.number).toBe(2);
});

test("what nobody has needed for a minute is ended, but for the last", async () => {
  const { pool, clock, started } = poolOf();
  const first = await pool.lease();
  const waiting = pool.lease();
  clock.advance(100);
  const second = await waiting;
  if (first) pool.giveBack(first);
  if (second) pool.giveBack(second);
  clock.advance(60_000);
  expect(started.map(({ killed }) => killed)).toEqual([true, false]);
  clock.advance(600_000);
  expect(await pool.lease()).toBe(second);
});

test("a process that died while it was idle is not handed out", async () => {
  const { pool, started } = poolOf();
  const first = await pool.lease();
  if (!first) throw new Error("no process");
  pool.giveBack(first);
  first.over = true;
  expect((await pool.lease())?.number).toBe(2);
  expect(started).toHaveLength(2);
});

test("close ends all, and those who wait get nothing", async () => {
  const { pool, started } = poolOf(1);
  await pool.lease();
  const second = pool.lease();
  await pool.close();
  expect(await second).toBeUndefined();
  expect(await pool.lease()).toBeUndefined();
  expect(started.every(({ killed }) => killed)).toBe(true);
});
