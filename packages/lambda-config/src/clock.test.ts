import { expect, test } from "@jest/globals";
import { sleep } from "./clock.ts";
import { ManualClock } from "./testing/index.ts";

test("a sleeper wakes when their time is over, not before", async () => {
  const clock = new ManualClock();
  let awake = false;
  const sleeping = sleep(500, { clock, signal: new AbortController().signal }).then(() => {
    awake = true;
  });
  clock.advance(499);
  await Promise.resolve();
  expect(awake).toBe(false);
  clock.advance(1);
  await sleeping;
  expect(awake).toBe(true);
});

test("a signal wakes a sleeper early, and leaves no timer behind", async () => {
  const clock = new ManualClock();
  const controller = new AbortController();
  const sleeping = sleep(500, { clock, signal: controller.signal });
  controller.abort();
  await sleeping;
  expect(clock.waiting).toBe(0);
});

test("nobody falls asleep with a signal that was aborted before", async () => {
  const clock = new ManualClock();
  await sleep(500, { clock, signal: AbortSignal.abort() });
  expect(clock.waiting).toBe(0);
});

test("a clock that is moved runs what falls due in its order, each at its own time", () => {
  const clock = new ManualClock(1_000);
  const ran: [string, number][] = [];
  clock.after(300, () => ran.push(["late", clock.now()]));
  clock.after(100, () => {
    ran.push(["early", clock.now()]);
    clock.after(50, () => ran.push(["of the early one", clock.now()]));
  });
  clock.after(400, () => ran.push(["too late", clock.now()]));
  clock.advance(399);
  expect(ran).toEqual([
    ["early", 1_100],
    ["of the early one", 1_150],
    ["late", 1_300],
  ]);
  expect(clock.monotonic()).toBe(399);
});

test("a clock cannot run until what waits for something else than time", async () => {
  await expect(new ManualClock().runUntil(new Promise(() => {}))).rejects.toThrow("Nothing waits");
});
