import { expect, test } from "@jest/globals";
import { Desk } from "../support/desk.ts";
import { hangsForEver, hangsUntilAborted } from "../support/hanging-requests.ts";
import type { WireAction } from "../support/phone-line.ts";
import {
  branchOffice,
  closestBranch,
  contactCentre,
  meetingRoom,
  sampleConfig,
  switchboard,
} from "../support/sample-config.ts";

/** Every port that hangs does so in both ways: heeding the signal, and not. */
const waysToHang: readonly [string, (signal?: AbortSignal) => Promise<never>][] = [
  ["until aborted", hangsUntilAborted],
  ["for ever", hangsForEver],
];

const promisedMs = 3_000;

function uriOf([action]: readonly WireAction[]): unknown {
  return (action?.Parameters.Endpoints as readonly { Uri: string }[] | undefined)?.[0]?.Uri;
}

test.each(waysToHang)(
  "a store that hangs %s sends the caller to otherwise in time",
  async (_, hang) => {
    const desk = new Desk();
    const contextId = await desk.stored();
    desk.ports.store.claim = (_id, _transaction, request) => hang(request?.signal);
    const line = desk.skillCall(contextId);
    expect(uriOf(await line.incoming())).toBe(switchboard.number);
    expect(desk.clock.monotonic()).toBeLessThan(promisedMs);
    expect(line.attributes).toMatchObject({ why: "store-unavailable", id: contextId });
    expect(desk.clock.waiting).toBe(0);
  },
);

test.each(waysToHang)(
  "after a store that hangs %s no second service is waited for",
  async (_, hang) => {
    const desk = new Desk(sampleConfig({ otherwise: [meetingRoom, closestBranch, branchOffice] }));
    desk.ports.store.claim = (_id, _transaction, request) => hang(request?.signal);
    expect(uriOf(await desk.skillCall(await desk.stored()).incoming())).toBe(branchOffice.number);
    expect(desk.meetings.requests).toEqual([]);
    expect(desk.picks).toEqual([]);
  },
);

test("where otherwise needs a service, the time that is left is used for it", async () => {
  const desk = new Desk(sampleConfig({ otherwise: [closestBranch] }));
  desk.ports.store.claim = hangsForEver;
  expect(uriOf(await desk.skillCall(await desk.stored()).incoming())).toBe("+12045550130");
});

test.each(waysToHang)(
  "a destination service that hangs %s is given up for the next destination",
  async (_, hang) => {
    const desk = new Desk(sampleConfig({ billing: [closestBranch, contactCentre] }));
    desk.ports.pickNumber = ({ signal }) => hang(signal);
    expect(uriOf(await desk.skillCall(await desk.stored()).incoming())).toBe("billing");
    expect(desk.clock.monotonic()).toBeLessThan(promisedMs);
  },
);

test.each(waysToHang)(
  "a meetings API that hangs %s is given up for the next destination",
  async (_, hang) => {
    const desk = new Desk(sampleConfig({ billing: [meetingRoom, contactCentre] }));
    desk.ports.meetings.createMeeting = (_meeting, signal) => hang(signal);
    expect(uriOf(await desk.skillCall(await desk.stored()).incoming())).toBe("billing");
    expect(desk.clock.monotonic()).toBeLessThan(promisedMs);
  },
);

test.each(waysToHang)(
  "with everything hanging %s the caller hears an apology in time",
  async (_, hang) => {
    const otherwise = [closestBranch, meetingRoom, closestBranch];
    const desk = new Desk(sampleConfig({ otherwise }));
    desk.ports.store.claim = (_id, _transaction, request) => hang(request?.signal);
    desk.ports.pickNumber = ({ signal }) => hang(signal);
    desk.ports.meetings.createMeeting = (_meeting, signal) => hang(signal);
    const actions = await desk.skillCall(await desk.stored()).incoming();
    expect(actions.map(({ Type }) => Type)).toEqual(["Speak", "Hangup"]);
    expect(desk.clock.monotonic()).toBeLessThan(promisedMs);
  },
);

test.each(waysToHang)(
  "status writes and tidying up that hang %s hold nobody up",
  async (_, hang) => {
    const desk = new Desk(sampleConfig({ billing: [meetingRoom] }));
    const line = desk.skillCall(await desk.stored());
    await line.incoming();
    desk.ports.store.advance = (_id, _to, request) => hang(request?.signal);
    desk.ports.meetings.deleteAttendee = (_attendee, signal) => hang(signal);
    const before = desk.clock.monotonic();
    expect(await line.succeeded("JoinChimeMeeting")).toEqual([]);
    expect(desk.clock.monotonic() - before).toBeLessThan(promisedMs);
    const joined = desk.clock.monotonic();
    expect(await line.hungUp("LEG-A")).toEqual([]);
    expect(desk.clock.monotonic() - joined).toBeLessThan(promisedMs);
  },
);

test("a meeting that comes too late is not waited for, and its attendee neither", async () => {
  const desk = new Desk(sampleConfig({ billing: [meetingRoom, contactCentre] }));
  desk.ports.meetings.createAttendee = hangsForEver;
  expect(uriOf(await desk.skillCall(await desk.stored()).incoming())).toBe("billing");
  expect(desk.meetings.open).toEqual([]);
});

test("a context that cannot be read again in time is a destination less", async () => {
  const desk = new Desk(sampleConfig({ billing: [contactCentre, closestBranch, branchOffice] }));
  const line = desk.skillCall(await desk.stored());
  await line.incoming();
  desk.ports.store.get = hangsForEver;
  const before = desk.clock.monotonic();
  expect(uriOf(await line.failed("CallAndBridge"))).toBe(branchOffice.number);
  expect(desk.clock.monotonic() - before).toBeLessThan(promisedMs);
});

test.each([1_000, 400, 50])("a Lambda with %d ms left answers within them", async (remainingMs) => {
  const desk = new Desk();
  desk.ports.store.claim = hangsForEver;
  const line = desk.skillCall(await desk.stored(), { remainingMs });
  expect(uriOf(await line.incoming())).toBe(switchboard.number);
  expect(desk.clock.monotonic()).toBeLessThan(remainingMs);
});
