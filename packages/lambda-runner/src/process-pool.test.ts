import { availableParallelism } from "node:os";
import { expect, test } from "@jest/globals";
import { settled } from "@skill-call/emulation";
import { createManualClock } from "@skill-call/emulation/testing";
import { ProcessPool } from "./process-pool.ts";

/** @param cores of the machine that have nothing to do */
function poolOf(limit = 10, cores = 1) {
  const clock = createManualClock();
  const started: FakeProcess[] = [];
  const start = () => {
    const process = new FakeProcess(started.length + 1);
    started.push(process);
    return process;
  };
  return {
    pool: new ProcessPool({ limit, start, clock, idleMs: () => cores * clock.now() }),
    clock,
    started,
  };
}

class FakeProcess {
  over = false;
  killed = false;
  isReady: () => void = () => {};
  readonly initialised = new Promise<void>((resolve) => {
    this.isReady = resolve;
  });
  readonly number: number;
  constructor(number: number) {
    this.number = number;
  }
  async kill(): Promise<void> {
    this.killed = true;
    this.isReady();
  }
}

/** Lets a process become ready, and those hear of it who wait for it. */
async function ready(process: FakeProcess | undefined): Promise<void> {
  process?.isReady();
  await settled();
}

/** A pool whose only process is ready, and somebody's. */
async function busyPool(...options: Parameters<typeof poolOf>) {
  const all = poolOf(...options);
  const first = await all.pool.lease();
  await ready(first);
  return { ...all, first };
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

test("who has waited a tenth of a second gets a process more, once it is ready", async () => {
  const { pool, clock, started } = await busyPool();
  const second = pool.lease();
  clock.advance(99);
  expect(started).toHaveLength(1);
  clock.advance(1);
  await ready(started[1]);
  expect((await second)?.number).toBe(2);
});

test("who waits longest gets what is free first, also where a process starts for them", async () => {
  const { pool, clock, started, first } = await busyPool();
  const [second, third] = [pool.lease(), pool.lease()];
  clock.advance(100);
  expect(started).toHaveLength(2);
  if (first) pool.giveBack(first);
  await ready(started[1]);
  expect([(await second)?.number, (await third)?.number]).toEqual([1, 2]);
});

test("what is ready and nobody waits for any more stays warm", async () => {
  const { pool, clock, started, first } = await busyPool();
  const second = pool.lease();
  clock.advance(100);
  if (first) pool.giveBack(first);
  await second;
  await ready(started[1]);
  expect((await pool.lease())?.number).toBe(2);
});

test("processes start one after the other, but for the cores that a machine has more than two", async () => {
  const { pool, clock, started } = await busyPool();
  const atOnce = Math.max(1, availableParallelism() - 1);
  for (let waiting = 0; waiting < atOnce + 1; waiting += 1) void pool.lease();
  clock.advance(100);
  expect(started).toHaveLength(1 + atOnce);
  clock.advance(200);
  await ready(started[1]);
  clock.advance(199);
  expect(started).toHaveLength(1 + atOnce);
  clock.advance(1);
  expect(started).toHaveLength(2 + atOnce);
});

test.each([
  { idle: "a fifth of a core is idle", cores: 0.2, ms: 100 },
  { idle: "hardly any core is", cores: 0.1, ms: 1_000 },
])("where $idle, another process starts after $ms ms", async ({ cores, ms }) => {
  const { pool, clock, started } = await busyPool(10, cores);
  void pool.lease();
  clock.advance(ms - 1);
  expect(started).toHaveLength(1);
  clock.advance(1);
  expect(started).toHaveLength(2);
});

test.each([
  { idle: "half of a core is idle", cores: 0.5, ms: 500 },
  { idle: "less is", cores: 0.4, ms: 3_000 },
])("of more than the cores can run, where $idle, another starts after $ms ms", async (row) => {
  const few = availableParallelism() + 1;
  const { pool, clock, started } = poolOf(10, row.cores);
  for (let number = 0; number < few; number += 1) {
    void pool.lease();
    clock.advance(100);
    await ready(started[number]);
  }
  expect(started).toHaveLength(few);
  void pool.lease();
  clock.advance(row.ms - 1);
  expect(started).toHaveLength(few);
  clock.advance(1);
  expect(started).toHaveLength(few + 1);
});

test("where a start takes longer, longer is waited until there is another, but no longer than a second", async () => {
  const { pool, clock, started } = poolOf();
  const first = await pool.lease();
  clock.advance(60_000);
  await ready(first);
  void pool.lease();
  clock.advance(999);
  expect(started).toHaveLength(1);
  clock.advance(1);
  expect(started).toHaveLength(2);
});

test("nobody who waits while the first starts has another started", async () => {
  const { pool, clock, started } = poolOf();
  const first = await pool.lease();
  const second = pool.lease();
  clock.advance(400);
  await ready(first);
  if (first) pool.giveBack(first);
  expect((await second)?.number).toBe(1);
  clock.advance(10_000);
  expect(started).toHaveLength(1);
});

test("what is not ready after ten seconds is handed on all the same: who asks it finds out why", async () => {
  const { pool, clock, started } = await busyPool();
  const second = pool.lease();
  clock.advance(100);
  expect(started).toHaveLength(2);
  clock.advance(10_000);
  expect((await second)?.number).toBe(2);
});

test("what cannot be asked and nobody waits for is ended", async () => {
  const { pool, clock, started, first } = await busyPool();
  const second = pool.lease();
  clock.advance(100);
  if (first) pool.giveBack(first);
  await second;
  if (started[1]) started[1].over = true;
  await ready(started[1]);
  expect(started[1]?.killed).toBe(true);
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
  const { pool, clock, started } = poolOf(1);
  const first = await pool.lease();
  const second = pool.lease();
  clock.advance(100);
  if (first) await pool.discard(first);
  await ready(started[1]);
  expect((await second)?.number).toBe(2);
});

test("what nobody has needed for a minute is ended, but for the last", async () => {
  const { pool, clock, started, first } = await busyPool();
  const waiting = pool.lease();
  clock.advance(100);
  await ready(started[1]);
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

test("a process that becomes ready, or is given back, while all end is not kept for anybody", async () => {
  const { pool, clock, started, first } = await busyPool();
  void pool.lease();
  clock.advance(100);
  const closed = pool.close();
  await ready(started[1]);
  if (first) pool.giveBack(first);
  await closed;
  expect(started.map(({ killed }) => killed)).toEqual([true, true]);
  expect(clock.scheduled()).toBe(0);
});
