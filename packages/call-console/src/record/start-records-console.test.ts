import { expect, test } from "@jest/globals";
import type { CallRecord } from "./call-record.ts";
import { startRecordsConsole } from "./start-records-console.ts";

const record: CallRecord = {
  format: "skill-call-record",
  version: 1,
  id: "seed-1-call-7",
  title: "Seed 1, call 7",
  outcome: "a caller was put out without a word",
  events: [{ at: 1, from: "caller", to: "pstn-audio", kind: "call.placed", label: "INVITE" }],
};

test("calls that are over are there as soon as the page asks, and nothing else can be asked for", async () => {
  const what = "Calls that a simulation found";
  const { endpoint, close } = await startRecordsConsole({ records: [record], what, port: 0 });
  const setup = await (await fetch(`${endpoint}/api/setup`)).json();
  expect(setup).toEqual({ mode: "records", what });
  const changes = await fetch(`${endpoint}/api/changes`);
  const reader = changes.body?.getReader();
  const first = await reader?.read();
  const text = new TextDecoder().decode(first?.value);
  expect(text).toContain("event: records\n");
  expect(text).toContain(JSON.stringify({ records: [record] }));
  await reader?.cancel();
  expect((await fetch(`${endpoint}/api/utterance`)).status).toBe(404);
  await close();
});
