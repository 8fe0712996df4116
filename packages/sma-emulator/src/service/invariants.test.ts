import { expect, test } from "@jest/globals";
import {
  callAndBridge,
  hangup,
  joinChimeMeeting,
  pause,
  playAudio,
  recordAudio,
  speak,
  speakAndGetDigits,
} from "@skill-call/pstn-audio";
import fc from "fast-check";
import {
  type Callee,
  type CallScript,
  type Deed,
  type Reply,
  type ScriptedCall,
  startScriptedCall,
} from "../testing/random-call.ts";
import { branchNumber, smaNumber, voiceConnectorArn } from "../testing/test-service.ts";
import type { WireEvent } from "./events/wire-event.ts";

// Random Lambdas, callers, callees and updates: whatever they do, these things hold for every call.

const callerIdNumber = smaNumber;
const attendee = { joinToken: "token", meetingId: "meeting" };

/** Actions as a Lambda may ask for them, right or wrong. */
const actions = fc.constantFrom<unknown>(
  callAndBridge({ callerIdNumber, endpoint: { type: "PSTN", number: branchNumber } }),
  callAndBridge({
    callerIdNumber,
    endpoint: { type: "AWS", arn: voiceConnectorArn, uri: "5550" },
    timeoutSeconds: 3,
  }),
  { Type: "CallAndBridge", Parameters: {} },
  joinChimeMeeting({ ...attendee, participantTag: "LEG-A" }),
  hangup(),
  hangup({ participantTag: "LEG-A", sipResponseCode: "486" }),
  hangup({ participantTag: "LEG-B" }),
  pause({ durationInMilliseconds: 700 }),
  pause({ durationInMilliseconds: 1500, participantTag: "LEG-B" }),
  playAudio({ audioSource: { bucketName: "b", key: "k" }, playbackTerminators: ["1"] }),
  speak({ text: "hello", callId: "id-1" }),
  speakAndGetDigits({
    callId: "id-1",
    speech: { text: "PIN?" },
    failureSpeech: { text: "No." },
    minNumberOfDigits: 1,
    repeatDurationInMilliseconds: 900,
  }),
  { Type: "RecordAudio", Parameters: {} },
  recordAudio({
    durationInSeconds: 2,
    recordingTerminators: ["#"],
    recordingDestination: { bucketName: "b" },
  }),
);

const replies: fc.Arbitrary<Reply> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      type: fc.constant("answer" as const),
      payload: fc
        .array(actions, { maxLength: 4 })
        .map((Actions) => ({ SchemaVersion: "1.0", Actions })),
      afterMs: fc.constantFrom(0, 0, 300, 6000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant("answer" as const),
      payload: fc.constantFrom(null, "", { SchemaVersion: "1.0" }, { statusCode: 200 }),
      afterMs: fc.constant(0),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ type: "throw" as const }) },
);

const callees: fc.Arbitrary<Callee> = fc.record({
  way: fc.constantFrom("answers", "answers", "busy", "declines", "noAnswer", "outOfReach"),
  afterMs: fc.nat(4000),
  hangsUpAfterMs: fc.option(fc.nat(4000), { nil: undefined }),
});

const deeds: fc.Arbitrary<Deed> = fc.record({
  afterMs: fc.nat(3000),
  deed: fc.constantFrom("hang up", "press 1", "press 2#", "update", "end meeting", "break off"),
});

const scripts: fc.Arbitrary<CallScript> = fc.record({
  inbound: fc.boolean(),
  replies: fc.array(replies, { minLength: 1, maxLength: 8 }),
  callees: fc.array(callees, { minLength: 1, maxLength: 3 }),
  deeds: fc.array(deeds, { maxLength: 6 }),
});

/** Lower than the service's, so that runs are short and reach it, too. */
const invocations = 40;

function hangUpsOf(events: readonly WireEvent[]): readonly WireEvent[] {
  return events.filter(({ InvocationEventType }) => InvocationEventType === "HANGUP");
}

/** Events without their repetitions. */
function once(events: readonly WireEvent[]): readonly WireEvent[] {
  return events.filter(({ Sequence }, index) => events[index - 1]?.Sequence !== Sequence);
}

function expectSoundEvents({ lambda }: ScriptedCall): void {
  const { events } = lambda;
  const told = once(events);
  expect(told.map(({ Sequence }) => Sequence)).toEqual(told.map((_, index) => index + 1));
  for (const [index, event] of events.entries()) {
    const before = events[index - 1];
    if (before?.Sequence === event.Sequence) expect(event).toEqual(before);
  }
  // The repetition of the last event may go over the limit.
  expect(events.length).toBeLessThanOrEqual(invocations + 1);
  expectSoundHangUps(hangUpsOf(told));
}

/** Each leg hangs up once, and its event shows it disconnected. */
function expectSoundHangUps(hangUps: readonly WireEvent[]): void {
  const callIds = hangUps.map(({ ActionData }) => ActionData?.Parameters.CallId);
  expect(new Set(callIds).size).toBe(callIds.length);
  const statuses = hangUps.map(({ ActionData, CallDetails }) =>
    CallDetails.Participants.find(({ CallId }) => CallId === ActionData?.Parameters.CallId),
  );
  expect(statuses.every((leg) => leg?.Status === "Disconnected")).toBe(true);
}

/** The far ends and the service agree on who is on a call. */
function expectSameLegs({ service, answered }: ScriptedCall): void {
  const lines = service
    .legsUp()
    .filter(({ direction, farEnd }) => direction === "Outbound" && farEnd !== "meetings");
  expect(answered.size).toBe(lines.length);
}

function expectNothingLeft({ service, phones, lambda, call }: ScriptedCall): void {
  expect(service.legsUp()).toEqual([]);
  expect(service.calls()).toEqual([]);
  expect(phones.size).toBe(0);
  const progress = (call.progress ?? []).map(({ type }) => type);
  expect(progress.filter((type) => type === "answered").length).toBeLessThanOrEqual(1);
  if (call.progress) expect(["refused", "ended"]).toContain(progress.at(-1));
  // Nobody is told of the end of a call that no Lambda took, or that used up its invocations.
  const untold = lambda.events.length >= invocations || lambda.events.at(-1)?.Sequence === 1;
  if (!untold) expect(lambda.events.at(-1)?.InvocationEventType).toBe("HANGUP");
}

test("whatever Lambda, caller and callees do, the call stays sound and comes to an end", async () => {
  await fc.assert(
    fc.asyncProperty(scripts, async (script) => {
      const scripted = startScriptedCall(script, invocations);
      for (let second = 0; second < 20; second += 1) {
        await scripted.clock.elapse(1000);
        expectSoundEvents(scripted);
        expectSameLegs(scripted);
      }
      scripted.call.hangUp?.();
      // A phone may be rung once more by what the Lambda answers to the first hang-up.
      for (let round = 0; round < 3; round += 1) {
        for (const phone of [...scripted.phones]) phone.hangUp();
        await scripted.clock.elapse(300_000);
      }
      await scripted.call.over;
      expectSoundEvents(scripted);
      expectNothingLeft(scripted);
      const told = scripted.lambda.events.length;
      await scripted.clock.elapse(3_600_000);
      expect(scripted.lambda.events).toHaveLength(told);
    }),
    { numRuns: 150 },
  );
});
