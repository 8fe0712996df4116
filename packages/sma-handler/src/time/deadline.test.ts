import { expect, test } from "@jest/globals";
import { ManualClock } from "@skill-call/lambda-config/testing";
import { hangsForEver, hangsUntilAborted } from "../../test/support/hanging-requests.ts";
import { OutOfTimeError } from "../errors.ts";
import { deadlineIn } from "./deadline.ts";

test("a request in time is answered, and its timer gone", async () => {
  const clock = new ManualClock();
  expect(await deadlineIn(1_000, clock).within(500, async () => "answer")).toBe("answer");
  expect(clock.waiting).toBe(0);
});

test("a request that fails in time fails by its own error, and its timer is gone", async () => {
  const clock = new ManualClock();
  const failing = deadlineIn(1_000, clock).within(500, async () => {
    throw new TypeError("own");
  });
  await expect(failing).rejects.toThrow(TypeError);
  expect(clock.waiting).toBe(0);
});

test.each([
  ["heeds the signal", hangsUntilAborted],
  ["does not heed the signal", hangsForEver],
])("a request that hangs and %s is given up after its own time", async (_, hang) => {
  const clock = new ManualClock();
  const deadline = deadlineIn(1_000, clock);
  await expect(clock.runUntil(deadline.within(300, hang))).rejects.toThrow(OutOfTimeError);
  expect(deadline.left()).toBe(700);
});

test("no request runs past the deadline", async () => {
  const clock = new ManualClock();
  const deadline = deadlineIn(1_000, clock);
  await expect(clock.runUntil(deadline.within(5_000, hangsForEver))).rejects.toMatchObject({
    code: "sma-handler.out-of-time",
    budgetMs: 1_000,
  });
  expect(deadline.left()).toBe(0);
});

test("past the deadline a request is not even begun", async () => {
  const clock = new ManualClock();
  let begun = false;
  const request = deadlineIn(-150, clock).within(500, async () => {
    begun = true;
  });
  await expect(request).rejects.toThrow(OutOfTimeError);
  expect(begun).toBe(false);
});

test("the signal tells why the request was given up", async () => {
  const clock = new ManualClock();
  let seen: AbortSignal | undefined;
  const request = deadlineIn(1_000, clock).within(300, (signal) => {
    seen = signal;
    return hangsForEver();
  });
  await expect(clock.runUntil(request)).rejects.toThrow(OutOfTimeError);
  expect(seen?.reason).toBeInstanceOf(OutOfTimeError);
});
