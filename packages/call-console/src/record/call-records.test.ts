import { expect, test } from "@jest/globals";
import type { TraceEvent } from "@skill-call/emulation/trace";
import { CallRecords, mostRecords, type RecordChange } from "./call-records.ts";

const step: TraceEvent = {
  at: 1,
  from: "caller",
  to: "pstn-audio",
  kind: "call.placed",
  label: "INVITE",
};

function recordsHeard() {
  const records = new CallRecords();
  const heard: RecordChange[] = [];
  const stop = records.listen((change) => heard.push(change));
  return { records, heard, stop };
}

test("every change is told, until nobody listens", () => {
  const { records, heard, stop } = recordsHeard();
  records.begin({ id: "a", title: "one" });
  records.add("a", step);
  records.end("a", "Connected");
  records.end("a", "Connected");
  stop();
  records.begin({ id: "b", title: "two" });
  expect(heard).toEqual([
    { type: "record", record: expect.objectContaining({ id: "a", title: "one", events: [] }) },
    { type: "step", id: "a", event: step },
    { type: "outcome", id: "a", outcome: "Connected" },
  ]);
  expect(records.all).toMatchObject([
    { id: "a", outcome: "Connected", events: [step] },
    { id: "b" },
  ]);
});

test("the newest calls are kept, and a step of one that is not goes nowhere", () => {
  const { records, heard } = recordsHeard();
  for (let id = 0; id <= mostRecords; id += 1) records.begin({ id: `${id}`, title: "" });
  expect(heard.at(-1)).toEqual({ type: "dropped", id: "0" });
  records.add("0", step);
  records.end("0", "Connected");
  expect(heard.at(-1)).toEqual({ type: "dropped", id: "0" });
  expect(records.all).toHaveLength(mostRecords);
  expect(records.all[0]?.id).toBe("1");
});

test("of a call without end the first steps are kept, and the last says so", () => {
  const { records } = recordsHeard();
  records.begin({ id: "a", title: "" });
  for (let at = 0; at < 1500; at += 1) records.add("a", { ...step, at });
  const events = records.find("a")?.events ?? [];
  expect(events).toHaveLength(1000);
  expect(events.at(-2)).toEqual({ ...step, at: 998 });
  expect(events.at(-1)).toMatchObject({ kind: "console.left-out", at: 999 });
});
