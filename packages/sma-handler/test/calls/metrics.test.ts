import { expect, test } from "@jest/globals";
import { Desk } from "../support/desk.ts";
import { closestBranch, contactCentre, sampleConfig } from "../support/sample-config.ts";

test("a call that goes well is counted at each step, and its time to the answer taken", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  desk.clock.advance(4_200);
  await line.succeeded("CallAndBridge");
  await line.hungUp("LEG-A");
  await line.hungUp("LEG-B");
  expect(desk.metrics).toEqual([
    { name: "ContextsClaimed" },
    { name: "CallsRouted", destination: "voice-connector" },
    { name: "CallsConnected" },
    { name: "TimeToAnswer", milliseconds: 4_200 },
  ]);
});

test("a destination that fails is counted by its cause, ours or the service's", async () => {
  const desk = new Desk(sampleConfig({ billing: [closestBranch, contactCentre] }));
  desk.ports.pickNumber = async () => {
    throw Object.assign(new Error("+12045551111"), { code: "sma-handler.destination-service" });
  };
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  await line.failed("CallAndBridge");
  expect(desk.metrics).toEqual([
    { name: "ContextsClaimed" },
    { name: "DestinationsFailed", cause: "sma-handler.destination-service" },
    { name: "CallsRouted", destination: "voice-connector" },
    { name: "DestinationsFailed", cause: "CallNotAnswered" },
  ]);
});

test("a destination that fails without a word is counted as that", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  await line.event("ACTION_FAILED", { ActionData: { Type: "CallAndBridge", Parameters: {} } });
  expect(desk.metrics.at(-1)).toEqual({ name: "DestinationsFailed", cause: "unknown" });
});

test("a call without a context is counted by its reason, also where it is refused", async () => {
  const desk = new Desk(sampleConfig({ withoutContext: "reject" }));
  await desk.skillCall("0123456789abcdef0123456789abcdef").incoming();
  await desk.line().incoming();
  expect(desk.metrics).toEqual([
    { name: "ContextsMissing", reason: "not-found" },
    { name: "OrdinaryCalls" },
  ]);
});

test("a callback has no INVITE: its time to the answer is none", async () => {
  const desk = new Desk();
  const line = desk.line({ direction: "Outbound" });
  await line.outgoing({ contextId: await desk.stored() });
  await line.event("CALL_ANSWERED");
  await line.succeeded("CallAndBridge");
  expect(desk.metrics).toEqual([
    { name: "ContextsClaimed" },
    { name: "CallsRouted", destination: "voice-connector" },
    { name: "CallsConnected" },
  ]);
});

const dayMs = 24 * 60 * 60 * 1_000;

test.each<[number, boolean]>([
  [0, true],
  [dayMs - 1, true],
  [dayMs, false],
  [25 * 60 * 60 * 1_000, false],
  [-1, false],
])("an answer %d ms after the start that the service tells counts: %s", async (ms, counts) => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  desk.clock.advance(ms);
  await line.succeeded("CallAndBridge");
  expect(desk.metrics.slice(2)).toEqual([
    { name: "CallsConnected" },
    ...(counts ? [{ name: "TimeToAnswer", milliseconds: ms }] : []),
  ]);
});
