import { expect, test } from "@jest/globals";
import { CallRecords } from "@skill-call/call-console";
import type { LaptopTraceEvent } from "../story/laptop-trace.ts";
import { SessionRecorder } from "./session-recorder.ts";

const step: LaptopTraceEvent = {
  at: 1,
  from: "caller",
  to: "alexa",
  kind: "caller.utterance",
  label: "“hi”",
};

test("steps go to the newest record, late ones of a call to the record of that call", () => {
  const records = new CallRecords();
  const recorder = new SessionRecorder(records);
  recorder.add(step);
  const first = recorder.begin({ title: "one" });
  recorder.add({ ...step, transactionId: "t" });
  const second = recorder.begin({ title: "two" });
  recorder.add({ ...step, transactionId: "t" });
  recorder.add(step);
  recorder.end(first, "Connected");
  expect(records.all).toMatchObject([
    { id: first, outcome: "Connected", events: [{ transactionId: "t" }, { transactionId: "t" }] },
    { id: second, events: [step] },
  ]);
});
