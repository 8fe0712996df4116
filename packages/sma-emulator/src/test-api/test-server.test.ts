// The test API over HTTP, as pytest uses it.
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import type { LoopbackServer } from "@skill-call/emulation";
import type { Sma, SmaEvent } from "./sma.ts";
import { startTestServer } from "./test-server.ts";
import { testSma } from "./test-sma.ts";

let sma: Sma;
let server: LoopbackServer;

beforeEach(async () => {
  sma = await testSma({
    handler: async ({ InvocationEventType, ActionData }: SmaEvent) => ({
      SchemaVersion: "1.0",
      Actions:
        InvocationEventType === "NEW_INBOUND_CALL" || InvocationEventType === "CALL_ANSWERED"
          ? [
              { Type: "Speak", Parameters: { Text: "Hello." } },
              { Type: "Pause", Parameters: { DurationInMilliseconds: 30_000 } },
            ]
          : [{ Type: "Hangup", Parameters: { ParticipantTag: ActionData ? "LEG-A" : "LEG-B" } }],
    }),
  });
  server = await startTestServer(sma);
});
afterEach(async () => {
  await server.close();
  await sma.close();
});

// biome-ignore lint/suspicious/noExplicitAny: what a test expects of an answer says what it is
type Body = any;

async function post(path: string, body: object = {}, method = "POST") {
  const response = await fetch(server.endpoint + path, {
    method,
    ...(method === "POST" && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Body };
}

test("a call from its first prompt to its end", async () => {
  const { body: call } = await post("/calls", { from: "+12045550123" });
  expect(call).toMatchObject({ state: "answered", problems: [], answers: [{}] });
  expect((await post(`/calls/${call.id}/heard`, { text: "Hello" })).status).toBe(200);
  expect(
    (await post(`/calls/${call.id}/told`, { eventType: "ACTION_SUCCESSFUL" })).body,
  ).toMatchObject({ InvocationEventType: "ACTION_SUCCESSFUL", ActionData: { Type: "Pause" } });
  expect((await post(`/calls/${call.id}/over`)).body.state).toBe("over");
  expect((await post(`/calls/${call.id}`, {}, "GET")).body.sounds).toEqual([
    { to: "caller", what: "Hello." },
  ]);
});

test("an outbound call to somebody who does not answer, and one who does", async () => {
  await post("/callee", { does: "declines" });
  const { body: call } = await post("/outbound-calls", { arguments: { a: "1" } });
  expect((await post(`/calls/${call.id}/over`)).body.events.at(-1)).toMatchObject({
    ActionData: { Parameters: { SipResponseCode: 486 } },
  });
  await post("/callee", { does: "answers", afterMs: 100 });
  const { body: next } = await post("/outbound-calls");
  expect((await post(`/calls/${next.id}/heard`, { pattern: "^Hel+o" })).status).toBe(200);
  expect((await post(`/calls/${next.id}/hang-up`)).body.state).toBe("over");
});

test("what does not come is 408, what is not understood 400 or 404", async () => {
  const { body: call } = await post("/calls");
  expect(await post(`/calls/${call.id}/heard`, { text: "Bye", withinMs: 10 })).toMatchObject({
    status: 408,
    body: { code: "sma-test.not-heard", message: expect.stringContaining('did not hear "Bye"') },
  });
  expect(await post(`/calls/${call.id}/press`, {})).toMatchObject({ status: 400 });
  expect(await post("/faults", { fault: "vanish" })).toMatchObject({
    status: 400,
    body: { code: "sma-test.fault" },
  });
  expect((await post("/faults")).status).toBe(200);
  expect((await post("/calls/gone/heard", { text: "x" })).status).toBe(404);
  expect((await post("/nowhere")).status).toBe(404);
});
