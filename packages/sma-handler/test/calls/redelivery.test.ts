import { expect, test } from "@jest/globals";
import { Desk } from "../support/desk.ts";
import { hangsForEver } from "../support/hanging-requests.ts";
import type { PhoneLine } from "../support/phone-line.ts";
import {
  closestBranch,
  contactCentre,
  meetingRoom,
  sampleConfig,
  secondContactCentre,
} from "../support/sample-config.ts";

/** The service repeats an invocation that failed: the same event, its answer unknown to it. */
async function expectSameAgain(line: PhoneLine): Promise<void> {
  const first = await line.redeliver();
  expect(await line.redeliver()).toEqual(first);
  expect(first.TransactionAttributes).toEqual(line.attributes);
}

test("every event of a call has the same answer when it comes twice", async () => {
  const billing = [contactCentre, meetingRoom, closestBranch, secondContactCentre];
  const desk = new Desk(sampleConfig({ billing }));
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  const events = [
    () => line.incoming(),
    () => line.failed("CallAndBridge"),
    () => line.failed("JoinChimeMeeting"),
    () => line.failed("JoinChimeMeeting"),
    () => line.failed("CallAndBridge"),
    () => line.succeeded("CallAndBridge"),
    () => line.hungUp("LEG-B"),
    () => line.hungUp("LEG-A"),
  ];
  for (const happen of events) {
    await happen();
    await expectSameAgain(line);
  }
  expect(await desk.statusOf(contextId)).toBe("ended");
  expect(desk.meetings.open).toEqual([]);
  expect(desk.meetings.made).toHaveLength(2);
});

test("the context that a repeated invocation claims again is still this call's", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  await line.redeliver();
  expect(desk.storeUses).toEqual(["claim", "claim"]);
  expect(line.attributes).not.toHaveProperty("why");
});

test("a repeated invocation makes no second meeting and invites nobody twice", async () => {
  const desk = new Desk(sampleConfig({ billing: [meetingRoom] }));
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  await expectSameAgain(line);
  expect(desk.meetings.open).toEqual(["m-1"]);
  expect(desk.meetings.invited).toHaveLength(1);
});

test("a meeting that a delivery made whose answer does not count is ended with the call", async () => {
  const desk = new Desk(sampleConfig({ billing: [meetingRoom, contactCentre] }));
  const line = desk.skillCall(await desk.stored());
  const { createAttendee } = desk.meetings;
  desk.ports.meetings.createAttendee = async () => {
    throw new Error("throttled");
  };
  expect(await line.incoming()).toMatchObject([{ Type: "CallAndBridge" }]);
  desk.ports.meetings.createAttendee = createAttendee.bind(desk.meetings);
  await line.redeliver();
  expect(desk.meetings.open).toEqual(["m-2"]);
  await line.succeeded("CallAndBridge");
  await line.hungUp("LEG-B");
  await line.hungUp("LEG-A");
  expect(desk.meetings.open).toEqual([]);
});

// Seed 103, call 4717.
test("a meeting of a delivery that got the context is ended with the call, where the one that counts got none", async () => {
  const desk = new Desk(sampleConfig({ billing: [meetingRoom] }));
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  expect(desk.meetings.open).toEqual(["m-1"]);
  const { claim } = desk.ports.store;
  desk.ports.store.claim = hangsForEver;
  const [call] = await line.incoming();
  expect(call).toMatchObject({ Type: "CallAndBridge" });
  desk.ports.store.claim = claim;
  await line.succeeded("CallAndBridge");
  await line.hungUp("LEG-B");
  await line.hungUp("LEG-A");
  expect(desk.meetings.open).toEqual([]);
  expect(desk.meetings.made).toHaveLength(1);
});

test("a call that got no context asks for no meeting when it ends, where nobody claimed the context", async () => {
  const desk = new Desk(sampleConfig({ billing: [meetingRoom] }));
  const line = desk.skillCall(await desk.stored());
  desk.ports.store.claim = hangsForEver;
  await line.incoming();
  await line.succeeded("CallAndBridge");
  await line.hungUp("LEG-B");
  await line.hungUp("LEG-A");
  expect(desk.meetings.requests).toEqual([]);
});

test("a destination service can tell a repeated question from a new one", async () => {
  const desk = new Desk(sampleConfig({ billing: [closestBranch, closestBranch] }));
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  await line.redeliver();
  await line.failed("CallAndBridge");
  const [first, repeated, second] = desk.picks.map(({ idempotencyKey }) => idempotencyKey);
  expect(repeated).toBe(first);
  expect(second).not.toBe(first);
});

test("the end of a call is noted once, also when its last event comes twice or two legs end", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  await line.incoming();
  await line.succeeded("CallAndBridge");
  await line.hungUp("LEG-A");
  await line.hungUp("LEG-B");
  await line.event("HANGUP", { ActionData: { Type: "Hangup", Parameters: { CallId: "leg-a" } } });
  expect(desk.storeUses).toEqual(["claim", "advance connected", "advance ended"]);
});
