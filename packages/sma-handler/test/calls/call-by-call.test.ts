import { expect, test } from "@jest/globals";
import { MeetingsError } from "../../src/errors.ts";
import { Desk } from "../support/desk.ts";
import { hangsForEver } from "../support/hanging-requests.ts";
import type { PhoneLine, WireAction } from "../support/phone-line.ts";
import {
  branchOffice,
  contactCentre,
  meetingRoom,
  sampleConfig,
  secondContactCentre,
} from "../support/sample-config.ts";

// Faults that simulated calls ran into, one test each.

function legsHungUp(actions: readonly WireAction[]): unknown[] {
  return actions.filter(({ Type }) => Type === "Hangup").map(({ Parameters }) => Parameters.CallId);
}

function typesOf(actions: readonly WireAction[]): string[] {
  return actions.map(({ Type }) => Type);
}

function hangUpFailed(line: PhoneLine, callId: string) {
  return line.event("ACTION_FAILED", {
    ActionData: { Type: "Hangup", Parameters: { CallId: callId }, ErrorType: "SystemException" },
  });
}

async function connectedLine(desk = new Desk()): Promise<PhoneLine> {
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  await line.succeeded("CallAndBridge");
  return line;
}

test("a hang-up that fails comes last: the leg behind it is let go first", async () => {
  const line = await connectedLine();
  expect(legsHungUp(await line.refusedAnswer())).toEqual(["leg-a", "leg-b"]);
  expect(legsHungUp(await hangUpFailed(line, "leg-a"))).toEqual(["leg-b", "leg-a"]);
  line.setStatus("LEG-B", "Disconnected");
  expect(await hangUpFailed(line, "leg-a")).toEqual([]);
});

test("two hang-ups that fail are both tried once more", async () => {
  const line = await connectedLine();
  expect(legsHungUp(await line.refusedAnswer())).toEqual(["leg-a", "leg-b"]);
  expect(legsHungUp(await hangUpFailed(line, "leg-a"))).toEqual(["leg-b", "leg-a"]);
  expect(legsHungUp(await hangUpFailed(line, "leg-b"))).toEqual(["leg-a", "leg-b"]);
  expect(await hangUpFailed(line, "leg-a")).toEqual([]);
});

test.each([undefined, 0, 200, 404, 480, 486, 503, 603])(
  "a destination that never answered and hangs up with code %s leaves the caller for the next one",
  async (code) => {
    const desk = new Desk(sampleConfig({ billing: [contactCentre, secondContactCentre] }));
    const line = desk.skillCall(await desk.stored());
    await line.incoming();
    line.addLegB();
    line.setStatus("LEG-B", "Disconnected");
    const parameters = { CallId: "leg-b", ParticipantTag: "LEG-B", SipResponseCode: code };
    const hangUp = { ActionData: { Type: "Hangup", Parameters: parameters } };
    expect(await line.event("HANGUP", hangUp)).toEqual([]);
    expect(typesOf(await line.failed("CallAndBridge"))).toEqual(["CallAndBridge"]);
    expect(desk.logged("call.event").map(({ hangUp }) => hangUp)).toContain("never-answered");
  },
);

test("a destination that answered and hung up before we heard of it ends the call", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  await line.incoming();
  line.addLegB();
  expect(await line.hungUp("LEG-B")).toEqual([]);
  const success = { ActionData: { Type: "CallAndBridge", Parameters: {} } };
  expect(legsHungUp(await line.event("ACTION_SUCCESSFUL", success))).toEqual(["leg-a"]);
  await line.hungUp("LEG-A");
  expect(await desk.statusOf(contextId)).toBe("ended");
});

test("the late hang-up of a destination that was refused does not cut the apology", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  line.addLegB();
  expect(typesOf(await line.failed("CallAndBridge"))).toContain("Speak");
  expect(await line.hungUp("LEG-B", 486)).toEqual([]);
  expect(desk.logged("call.event").at(-1)).toMatchObject({ hangUp: "failed-before" });
});

test("the last status is written once more where that failed, and then it is written", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  await line.incoming();
  await line.succeeded("CallAndBridge");
  const { advance } = desk.ports.store;
  let isFirst = true;
  desk.ports.store.advance = (...request) => {
    const attempt = isFirst ? Promise.reject(new Error("throttled")) : advance(...request);
    isFirst = false;
    return attempt;
  };
  line.setStatus("LEG-B", "Disconnected");
  await line.hungUp("LEG-A");
  expect(await desk.statusOf(contextId)).toBe("ended");
  expect(desk.logged("context.status-not-written")).toEqual([]);
});

test("the last status is written once more where the first attempt hangs, and in time", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  await line.incoming();
  const { advance } = desk.ports.store;
  let isFirst = true;
  desk.ports.store.advance = (...request) => {
    const attempt = isFirst ? hangsForEver() : advance(...request);
    isFirst = false;
    return attempt;
  };
  await line.hungUp("LEG-A");
  expect(await desk.statusOf(contextId)).toBe("failed");
  expect(desk.clock.monotonic()).toBeLessThan(1_000);
});

test("a status that the store refuses is logged", async () => {
  const desk = new Desk();
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  desk.ports.store.advance = async () => false;
  await line.succeeded("CallAndBridge");
  expect(desk.logged("context.status-refused")).toMatchObject([{ status: "connected" }]);
  line.setStatus("LEG-B", "Disconnected");
  await line.hungUp("LEG-A");
  expect(desk.logged("context.status-refused")).toMatchObject([{}, { status: "ended" }]);
});

test("a claim that is carried out after its caller has left does not keep the context claimed", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  const { claim } = desk.ports.store;
  let carryOut: () => Promise<unknown> = async () => {};
  desk.ports.store.claim = (...request) => {
    carryOut = () => claim(request[0], request[1]);
    return hangsForEver();
  };
  await line.incoming();
  await line.hungUp("LEG-A");
  await carryOut();
  expect(await desk.statusOf(contextId)).toBe("failed");
});

test("a claim that is still under way when its caller leaves does not either", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  const line = desk.skillCall(contextId);
  await line.hungUp("LEG-A");
  await desk.ports.store.claim(contextId, line.transactionId);
  expect(await desk.statusOf(contextId)).toBe("failed");
});

test("a context that another call has claimed is left alone by the end of this one", async () => {
  const desk = new Desk();
  const contextId = await desk.stored();
  await desk.ports.store.claim(contextId, "another call");
  const line = desk.skillCall(contextId);
  await line.hungUp("LEG-A");
  expect(await desk.statusOf(contextId)).toBe("claimed");
});

test("a meeting whose answer the service refused is ended", async () => {
  const desk = new Desk(sampleConfig({ billing: [branchOffice, meetingRoom] }));
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  const before = line.attributes;
  await line.failed("CallAndBridge");
  expect(desk.meetings.open).toEqual(["m-1"]);
  line.loseAttributes(before);
  expect(typesOf(await line.refusedAnswer())).toContain("Speak");
  expect(desk.meetings.open).toEqual([]);
  expect(desk.meetings.made).toHaveLength(1);
});

test("so is one whose refused answer was the first of the call", async () => {
  const desk = new Desk(sampleConfig({ billing: [meetingRoom] }));
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  line.loseAttributes();
  await line.refusedAnswer();
  expect(desk.meetings.open).toEqual([]);
  expect(desk.meetings.made).toHaveLength(1);
});

test("so is one whose answer was lost, when the caller leaves", async () => {
  const desk = new Desk(sampleConfig({ billing: [meetingRoom] }));
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  line.loseAttributes();
  await line.hungUp("LEG-A");
  expect(desk.meetings.open).toEqual([]);
  expect(desk.meetings.made).toHaveLength(1);
});

test("so is the second attempt at a meeting whose answer was lost", async () => {
  const desk = new Desk(sampleConfig({ billing: [meetingRoom] }));
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  const before = line.attributes;
  await line.failed("JoinChimeMeeting");
  line.loseAttributes(before);
  await line.hungUp("LEG-A");
  expect(desk.meetings.open).toEqual([]);
  expect(desk.meetings.made).toHaveLength(2);
});

test("a meeting that is made after we gave up waiting for it is ended with the call", async () => {
  const desk = new Desk(sampleConfig({ billing: [meetingRoom, contactCentre] }));
  const { createMeeting } = desk.meetings;
  let isFirst = true;
  desk.ports.meetings.createMeeting = (meeting) => {
    const answer = createMeeting.call(desk.meetings, meeting);
    if (!isFirst) return answer;
    isFirst = false;
    return hangsForEver();
  };
  const line = desk.skillCall(await desk.stored());
  expect(typesOf(await line.incoming())).toEqual(["CallAndBridge"]);
  expect(desk.meetings.open).toEqual(["m-1"]);
  await line.succeeded("CallAndBridge");
  line.setStatus("LEG-B", "Disconnected");
  await line.hungUp("LEG-A");
  expect(desk.meetings.open).toEqual([]);
  expect(desk.meetings.made).toHaveLength(1);
});

test("a meeting that one delivery opened and the other was refused is ended with the call", async () => {
  const desk = new Desk(sampleConfig({ billing: [meetingRoom, contactCentre] }));
  const { createMeeting } = desk.ports.meetings;
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  expect(desk.meetings.open).toEqual(["m-1"]);
  desk.ports.meetings.createMeeting = async () => {
    throw new MeetingsError("CreateMeeting");
  };
  const again = await line.incoming();
  expect(typesOf(again)).toEqual(["CallAndBridge"]);
  desk.ports.meetings.createMeeting = createMeeting.bind(desk.meetings);
  await line.hungUp("LEG-A");
  expect(desk.meetings.open).toEqual([]);
});

test("a call whose answers all arrived asks for no meeting when it ends", async () => {
  const desk = new Desk(sampleConfig({ billing: [contactCentre, meetingRoom] }));
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  await line.succeeded("CallAndBridge");
  await line.hungUp("LEG-B");
  await line.hungUp("LEG-A");
  expect(desk.meetings.requests).toEqual([]);
});
