import { expect, test } from "@jest/globals";
import { type AnswerProblem, checkAnswer, type EventType } from "@skill-call/pstn-audio";
import fc from "fast-check";
import { Desk } from "../support/desk.ts";
import { hangsForEver } from "../support/hanging-requests.ts";
import type { PhoneLine } from "../support/phone-line.ts";
import {
  closestBranch,
  contactCentre,
  meetingRoom,
  sampleConfig,
  switchboard,
} from "../support/sample-config.ts";

/** Something that happens on the line, whether it makes sense there or not. */
type Happening = readonly [EventType, (line: PhoneLine) => Promise<unknown>];

const happenings: readonly Happening[] = [
  ["NEW_INBOUND_CALL", (line) => line.incoming()],
  ["NEW_OUTBOUND_CALL", (line) => line.outgoing({ contextId: "unknown" })],
  ["RINGING", (line) => line.event("RINGING")],
  ["CALL_ANSWERED", (line) => line.event("CALL_ANSWERED")],
  ["ACTION_SUCCESSFUL", (line) => line.succeeded("CallAndBridge")],
  ["ACTION_SUCCESSFUL", (line) => line.succeeded("JoinChimeMeeting")],
  ["ACTION_SUCCESSFUL", (line) => line.succeeded("Hangup")],
  ["ACTION_FAILED", (line) => line.failed("CallAndBridge")],
  ["ACTION_FAILED", (line) => line.failed("JoinChimeMeeting")],
  ["ACTION_FAILED", (line) => line.failed("Speak")],
  ["CALL_UPDATE_REQUESTED", (line) => line.event("CALL_UPDATE_REQUESTED")],
  ["DIGITS_RECEIVED", (line) => line.event("DIGITS_RECEIVED")],
  ["INVALID_LAMBDA_RESPONSE", (line) => line.refusedAnswer()],
  ["HANGUP", (line) => line.hungUp("LEG-A")],
  ["HANGUP", (line) => line.hungUp("LEG-B", 486)],
  ["HANGUP", (line) => line.hungUp("LEG-B")],
];

const destinations = fc.subarray([contactCentre, closestBranch, meetingRoom, switchboard], {
  minLength: 1,
});
const broken = fc.subarray(["claim", "get", "advance", "pickNumber", "createMeeting"]);

function breakPorts(desk: Desk, ports: readonly string[]): void {
  const { store, meetings } = desk.ports;
  if (ports.includes("claim")) store.claim = hangsForEver;
  if (ports.includes("get")) store.get = hangsForEver;
  if (ports.includes("advance")) store.advance = hangsForEver;
  if (ports.includes("pickNumber")) desk.ports.pickNumber = hangsForEver;
  if (ports.includes("createMeeting")) meetings.createMeeting = hangsForEver;
}

function errorsIn(answer: unknown, eventType: EventType): readonly AnswerProblem[] {
  const problems = checkAnswer(answer, { eventType, maxAttributes: 10 });
  return problems.filter(({ severity }) => severity === "error");
}

test("whatever happens, in whatever order, with whatever broken: every answer is sound and in time", async () => {
  const anyCall = fc.record({
    happenings: fc.array(fc.constantFrom(...happenings), { minLength: 1, maxLength: 12 }),
    billing: destinations,
    otherwise: destinations,
    broken,
  });
  await fc.assert(
    fc.asyncProperty(anyCall, async (call) => {
      const desk = new Desk(sampleConfig(call));
      const line = desk.skillCall(await desk.stored());
      breakPorts(desk, call.broken);
      for (const [eventType, happen] of call.happenings) {
        const before = desk.clock.monotonic();
        await happen(line);
        expect(desk.clock.monotonic() - before).toBeLessThan(3_000);
        expect(errorsIn(line.lastAnswer, eventType)).toEqual([]);
      }
      expect(desk.logged("move.broke")).toEqual([]);
      expect(desk.logged("answer.unsound")).toEqual([]);
    }),
  );
});

test("whatever happened before, a caller who hangs up leaves no leg up", async () => {
  const anyPast = fc.array(fc.constantFrom(...happenings), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(anyPast, async (past) => {
      const desk = new Desk();
      const line = desk.skillCall(await desk.stored());
      await line.incoming();
      for (const [, happen] of past) await happen(line);
      line.addLegB("the-other-leg");
      expect(await line.hungUp("LEG-A")).toContainEqual({
        Type: "Hangup",
        Parameters: { CallId: "the-other-leg" },
      });
    }),
  );
});
