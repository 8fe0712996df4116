import { expect, test } from "@jest/globals";
import { createManualClock } from "./testing/manual-clock.ts";
import { waited } from "./waited.ts";

test("a wait ends when its time is over", async () => {
  const clock = createManualClock();
  const wait = waited({ clock, ms: 100, signal: new AbortController().signal });
  await clock.elapse(100);
  expect(await wait).toBe(true);
});

test("a wait ends when it is stopped", async () => {
  const clock = createManualClock();
  const stop = new AbortController();
  const wait = waited({ clock, ms: 100, signal: stop.signal });
  stop.abort();
  expect(await wait).toBe(false);
});

test("a wait that is stopped already does not begin", async () => {
  expect(await waited({ clock: createManualClock(), ms: 1, signal: AbortSignal.abort() })).toBe(
    false,
  );
});
