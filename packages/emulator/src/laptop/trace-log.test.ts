import { expect, test } from "@jest/globals";
import { createManualClock } from "../testing/manual-clock.ts";
import { createTraceLog } from "./trace-log.ts";

const arrow = (kind: string) => ({ from: "alexa", to: "skill", kind, label: kind }) as const;

test("what happened is kept in order, with its time", () => {
  const clock = createManualClock(1_000);
  const log = createTraceLog(clock);
  log.trace(arrow("first"));
  clock.advance(20);
  const mark = log.mark();
  log.trace(arrow("second"));
  expect(log.events().map(({ at, kind }) => [at, kind])).toEqual([
    [1_000, "first"],
    [1_020, "second"],
  ]);
  expect(log.events(mark)).toHaveLength(1);
});

test("waiting ends with the first event that fits, past or to come", async () => {
  const log = createTraceLog(createManualClock());
  log.trace(arrow("first"));
  const isFirst = ({ kind }: { kind: string }) => kind === "first";
  expect(await log.until(isFirst)).toMatchObject({ kind: "first" });
  const next = log.until(isFirst, log.mark());
  log.trace(arrow("second"));
  log.trace({ ...arrow("first"), label: "again" });
  expect(await next).toMatchObject({ label: "again" });
});
