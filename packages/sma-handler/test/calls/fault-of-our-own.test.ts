import { expect, test } from "@jest/globals";
import { answer, EventFormatError, hangup, readEvent } from "@skill-call/pstn-audio";
import type { Log } from "@skill-call/telemetry";
import { newCall } from "../../src/call/call-state.ts";
import type { Decision } from "../../src/decide.ts";
import { createHandler } from "../../src/handler.ts";
import type { Outcome } from "../../src/invocation.ts";
import { soundAnswer } from "../../src/sound-answer.ts";
import { Desk } from "../support/desk.ts";
import { sampleConfig } from "../support/sample-config.ts";

/** A log that breaks at one message: any code of ours might. */
function brokenAt(message: string, log: Log): Log {
  return (level, line, fields) => {
    if (line === message) throw new TypeError("broken by the test");
    log(level, line, fields);
  };
}

test("a fault of our own on a new call becomes an apology, not a failed invocation", async () => {
  const desk = new Desk();
  desk.ports.log = brokenAt("call.context", desk.ports.log);
  const actions = await desk.skillCall(await desk.stored()).incoming();
  expect(actions.map(({ Type }) => Type)).toEqual(["Speak", "Hangup"]);
  expect(desk.logged("move.broke")).toMatchObject([{ move: "admit", error: "TypeError" }]);
});

test("a fault of our own while a destination is tried becomes an apology", async () => {
  const desk = new Desk();
  desk.ports.log = brokenAt("destination.not-reached", desk.ports.log);
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  const actions = await line.failed("CallAndBridge");
  expect(actions.map(({ Type }) => Type)).toEqual(["Speak", "Hangup"]);
});

test("a fault of our own while a call is noted leaves caller and destination talking", async () => {
  const desk = new Desk();
  desk.ports.log = brokenAt("context.status-not-written", desk.ports.log);
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  desk.ports.store.advance = async () => {
    throw new Error("unreachable");
  };
  expect(await line.succeeded("CallAndBridge")).toEqual([]);
  expect(line.attributes).toMatchObject({ at: "connected" });
});

const event = readEvent({
  SchemaVersion: "1.0",
  Sequence: 1,
  InvocationEventType: "NEW_INBOUND_CALL",
  CallDetails: {
    TransactionId: "t-1",
    Participants: [{ CallId: "leg-a", ParticipantTag: "LEG-A", Direction: "Inbound" }],
  },
});

function decisionFor(outcome: Partial<Outcome>): Decision {
  const plain: Outcome = { name: "routed", actions: [hangup()], state: newCall };
  return {
    move: "admit",
    before: newCall,
    outcome: { ...plain, ...outcome },
    fallback: () => plain,
  };
}

test("an answer that the service would refuse never leaves; the fallback does", () => {
  const lines: unknown[] = [];
  const log: Log = (...line) => lines.push(line);
  const elevenActions = Array.from({ length: 11 }, () => hangup());
  const sent = soundAnswer(event, decisionFor({ actions: elevenActions }), log);
  expect(sent.Actions).toEqual(answer([hangup()]).Actions);
  expect(lines).toMatchObject([["error", "answer.unsound", { transactionId: "t-1" }]]);
});

test("an answer that leaves a new call without an action never leaves", () => {
  const sent = soundAnswer(event, decisionFor({ actions: [] }), () => {});
  expect(sent.Actions).toHaveLength(1);
});

test("an answer with attributes that are too large never leaves", () => {
  const state = { ...newCall, userToUser: "x".repeat(30_000) };
  const sent = soundAnswer(event, decisionFor({ state }), () => {});
  expect(JSON.stringify(sent).length).toBeLessThan(1_000);
});

test("what is no event of the service fails the invocation: the service then ends the call itself", async () => {
  const desk = new Desk();
  const handler = createHandler(sampleConfig(), desk.ports);
  await expect(handler({ hello: "world" })).rejects.toThrow(EventFormatError);
  expect(desk.logged("event.unreadable")).toMatchObject([
    { level: "error", reason: expect.stringContaining("InvocationEventType is missing") },
  ]);
});
