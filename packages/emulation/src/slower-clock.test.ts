import { expect, test } from "@jest/globals";
import { slowerClock } from "./slower-clock.ts";
import { createManualClock } from "./testing/index.ts";

test("a slower clock takes so many times longer for everything", () => {
  const clock = createManualClock(1_000);
  const slower = slowerClock(clock, 10);
  const heard: number[] = [];
  slower.after(5, () => heard.push(slower.now()));
  const cancel = slower.after(5, () => heard.push(0));
  clock.advance(49);
  expect(heard).toEqual([]);
  cancel();
  clock.advance(1);
  expect(heard).toEqual([1_005]);
});
