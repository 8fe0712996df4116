import { expect, test } from "@jest/globals";
import { createManualClock } from "@skill-call/emulation/testing";
import { startPacer } from "./pacer.ts";

function beating() {
  const clock = createManualClock(0);
  const beats: number[] = [];
  const stop = startPacer({ clock, everyMs: 20, beat: () => beats.push(clock.now()) });
  return { clock, beats, stop };
}

test("it beats steadily until it is stopped", () => {
  const { clock, beats, stop } = beating();
  clock.advance(65);
  stop();
  clock.advance(100);
  expect(beats).toEqual([20, 40, 60]);
});

/** A clock whose timers run late. */
function beatingLate(latenessMs: readonly number[]) {
  let now = 0;
  let run = () => {};
  const beats: number[] = [];
  const late = [...latenessMs];
  const clock = {
    now: () => now,
    after: (ms: number, task: () => void) => {
      run = () => {
        now += ms + (late.shift() ?? 0);
        task();
      };
      return () => {};
    },
  };
  startPacer({ clock, everyMs: 20, beat: () => beats.push(now) });
  return { beats, next: () => run() };
}

test("a late timer delays no later beat", () => {
  const { beats, next } = beatingLate([7, 0, 30]);
  for (let i = 0; i < 5; i += 1) next();
  expect(beats).toEqual([27, 40, 90, 90, 100]);
});

test("what a machine slept through is not made up for", () => {
  const { beats, next } = beatingLate([10_000]);
  for (let i = 0; i < 3; i += 1) next();
  expect(beats).toEqual([10_020, 10_040, 10_060]);
});
