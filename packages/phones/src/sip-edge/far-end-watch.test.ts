import { expect, test } from "@jest/globals";
import { createManualClock } from "@skill-call/emulation/testing";
import { watchFarEnd } from "./far-end-watch.ts";

const limitMs = 30_000;

function watched(answers: () => Promise<boolean>) {
  const clock = createManualClock();
  const told: string[] = [];
  let heardAt: number | undefined = clock.now();
  const stop = watchFarEnd({
    clock,
    limitMs,
    stillFor: () => heardAt && clock.now() - heardAt,
    ask: () => {
      told.push("asked");
      return answers();
    },
    onGone: () => told.push("gone"),
  });
  return {
    ...{ clock, told, stop },
    speaks: () => {
      heardAt = clock.now();
    },
    isHeld: () => {
      heardAt = undefined;
    },
  };
}

const yes = () => Promise.resolve(true);
const no = () => Promise.resolve(false);
const never = () => new Promise<boolean>(() => {});

test("a far end that speaks is not asked", async () => {
  const { clock, told, speaks } = watched(no);
  for (let s = 0; s < 100; s += 1) {
    await clock.elapse(1000);
    speaks();
  }
  expect(told).toEqual([]);
});

test("one that is held is not asked", async () => {
  const { clock, told, isHeld } = watched(no);
  isHeld();
  await clock.elapse(10 * limitMs);
  expect(told).toEqual([]);
});

test("one that is still is asked, and again, as long as it answers", async () => {
  const { clock, told } = watched(yes);
  await clock.elapse(limitMs - 1);
  expect(told).toEqual([]);
  await clock.elapse(1);
  expect(told).toEqual(["asked"]);
  await clock.elapse(limitMs);
  expect(told).toEqual(["asked", "asked"]);
});

test.each([
  ["does not know the call any more", no, 0],
  ["does not answer", never, 10_000],
])("one that %s is gone", async (_, answers, afterMs) => {
  const { clock, told } = watched(answers);
  await clock.elapse(limitMs + afterMs);
  expect(told).toEqual(["asked", "gone"]);
  await clock.elapse(10 * limitMs);
  expect(told).toEqual(["asked", "gone"]);
});

test("nobody is asked once the call is over", async () => {
  const { clock, told, stop } = watched(yes);
  stop();
  await clock.elapse(10 * limitMs);
  expect(told).toEqual([]);
});
