// Answers that lead nowhere: the service goes on until 1,000 invocations, a developer wants to know at once.
import { expect, test } from "@jest/globals";
import {
  answer,
  callAndBridge,
  hangup,
  playAudio,
  receiveDigits,
  speak,
} from "@skill-call/pstn-audio";
import { createTestService, smaNumber, type TestServiceOptions } from "../testing/test-service.ts";

const desk = { type: "PSTN", number: "+12065550100" } as const;
const ring = answer([callAndBridge({ callerIdNumber: smaNumber, endpoint: desk })]);
const listen = answer([
  receiveDigits({
    callId: "id-1",
    inputDigitsRegex: "1",
    inBetweenDigitsDurationInMilliseconds: 1000,
    flushDigitsDurationInMilliseconds: 2000,
  }),
]);

async function afterCall(options: TestServiceOptions, ms: number) {
  const bench = createTestService(options);
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(ms);
  const labels = (kind: string) =>
    bench.trace.filter((step) => step.kind === kind).map(({ label }) => label);
  return { ...bench, call, labels };
}

test("an action that fails for ever is answered 20 times, then the call ends and says so", async () => {
  const { told, labels, service, lastEvent } = await afterCall(
    { answers: () => ring, callee: (phones) => phones.busy() },
    1000,
  );
  expect(told().filter((type) => type === "ACTION_FAILED")).toHaveLength(20);
  expect(lastEvent()).toMatchObject({ InvocationEventType: "HANGUP", Sequence: 22 });
  expect(service.calls()).toEqual([]);
  expect(labels("call.given-up")).toEqual([
    "The Lambda leads nowhere: 20 answers in a row failed. The service would go on; here the call ends",
  ]);
});

test("an action that takes its time to fail is bounded by time", async () => {
  const { told, labels } = await afterCall(
    { answers: () => ring, callee: (phones) => phones.noAnswer() },
    600_000,
  );
  expect(told().filter((type) => type === "ACTION_FAILED")).toHaveLength(11);
  expect(labels("call.given-up")[0]).toContain("for 330 s every answer failed");
});

test("a loop of actions that succeed at once ends, too", async () => {
  const { labels, service } = await afterCall({ answers: () => listen }, 1000);
  expect(service.calls()).toEqual([]);
  expect(labels("call.given-up")[0]).toContain("200 events in a row followed each other at once");
});

test("what takes its time goes on: a caller may wait in a queue for half an hour", async () => {
  const audioSource = { bucketName: "prompts", key: "wait.wav" };
  const queue = answer([playAudio({ callId: "id-1", audioSource })]);
  const { labels, call } = await afterCall({ answers: () => queue }, 1_800_000);
  expect(labels("call.given-up")).toEqual([]);
  expect(call.progress.at(-1)).toEqual({ type: "answered" });
});

test("a success between failures starts the count anew", async () => {
  let events = 0;
  const answers = () => {
    events += 1;
    return events % 3 === 0 ? answer([speak({ text: "Please wait.", callId: "id-1" })]) : ring;
  };
  const { labels } = await afterCall({ answers, callee: (phones) => phones.busy() }, 120_000);
  expect(events).toBeGreaterThan(100);
  expect(labels("call.given-up")).toEqual([]);
});

const reasons: readonly (readonly [string, TestServiceOptions, string, string])[] = [
  [
    "a callee who is busy",
    { answers: () => ring, callee: (phones) => phones.busy() },
    "action.failed",
    "CallAndBridge failed: CallNotAnswered, it was busy (SIP status 486)",
  ],
  [
    "a callee who does not answer",
    { answers: () => ring, callee: (phones) => phones.noAnswer() },
    "action.failed",
    "CallAndBridge failed: CallNotAnswered, nobody answered in time (SIP status 408)",
  ],
  [
    "a number that no carrier takes",
    { answers: () => ring, callee: (phones) => phones.outOfReach() },
    "action.failed",
    "CallAndBridge failed: CallNotAnswered, it is out of reach: no carrier takes the number, or nobody listens there (SIP status 503)",
  ],
  [
    "a leg that is not there",
    { answers: () => answer([hangup({ participantTag: "LEG-B" })]) },
    "action.failed",
    "Hangup failed: InvalidActionParameter, the leg that it is for is not there, or is not answered yet",
  ],
  [
    "a parameter that is wrong",
    { answers: () => ({ SchemaVersion: "1.0", Actions: [{ Type: "Pause", Parameters: {} }] }) },
    "sma.answer-problem",
    "Actions[0].Parameters.DurationInMilliseconds:",
  ],
];

test.each(reasons)("the trace says of %s why the action failed, in words, once", async (...row) => {
  const [, options, kind, words] = row;
  const { labels, told } = await afterCall(options, 100_000);
  expect(told().filter((type) => type === "ACTION_FAILED").length).toBeGreaterThan(1);
  expect(labels(kind).filter((label) => label.startsWith(words))).toHaveLength(1);
});
