import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { systemAfter as after } from "./timers.ts";
import { pause, withinTime } from "./within-time.ts";

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

const forever = () => new Promise<never>(() => undefined);

test("work that ends in time answers, and leaves no timer behind", async () => {
  expect(await withinTime({ milliseconds: 100, after }, async () => "done")).toBe("done");
  expect(jest.getTimerCount()).toBe(0);
});

test("work that fails in time fails as it did, and leaves no timer behind", async () => {
  const error = new Error("no");
  const work = withinTime({ milliseconds: 100, after }, () => Promise.reject(error));
  await expect(work).rejects.toBe(error);
  expect(jest.getTimerCount()).toBe(0);
});

test("work that pays no heed to its signal is waited for until the limit and no longer", async () => {
  let signal: AbortSignal | undefined;
  const work = withinTime({ milliseconds: 100, after }, (given) => {
    signal = given;
    return forever();
  });
  jest.advanceTimersByTime(99);
  expect(signal?.aborted).toBe(false);
  jest.advanceTimersByTime(1);
  expect(signal?.aborted).toBe(true);
  await expect(work).rejects.toMatchObject({ name: "TimeoutError" });
});

test("the caller's signal ends the work with its own reason", async () => {
  const [caller, reason] = [new AbortController(), new Error("hung up")];
  const work = withinTime({ milliseconds: 100, after, signal: caller.signal }, forever);
  caller.abort(reason);
  await expect(work).rejects.toBe(reason);
  expect(jest.getTimerCount()).toBe(0);
});

test("work is not begun when the caller's signal is aborted already", async () => {
  const reason = new Error("hung up");
  const work = jest.fn(forever);
  const limit = { milliseconds: 100, after, signal: AbortSignal.abort(reason) };
  await expect(withinTime(limit, work)).rejects.toBe(reason);
  expect(work).not.toHaveBeenCalled();
});

test("a pause ends in time, or with its signal, and leaves no timer behind", async () => {
  const whole = new AbortController();
  const first = pause(100, { signal: whole.signal, after });
  jest.advanceTimersByTime(100);
  await first;
  const second = pause(100, { signal: whole.signal, after });
  whole.abort();
  await second;
  await pause(100, { signal: whole.signal, after });
  expect(jest.getTimerCount()).toBe(0);
});
