import { expect, test } from "@jest/globals";
import type { CallHandle } from "@skill-call/emulation";
import { usualConcurrency } from "@skill-call/lambda-runner";
import { answer, callAndBridge, hangup } from "@skill-call/pstn-audio";
import { branchNumber, createTestService, smaNumber } from "../testing/test-service.ts";

const bridge = answer([
  callAndBridge({
    callerIdNumber: smaNumber,
    endpoint: { type: "PSTN", number: branchNumber },
  }),
]);
const nothing = answer([]);
const release = (left: unknown) =>
  answer([hangup({ participantTag: left === "LEG-A" ? "LEG-B" : "LEG-A" })]);
const outbound = {
  sipMediaApplicationId: "sma-1",
  fromPhoneNumber: smaNumber,
  toPhoneNumber: "+12045551111",
};

/** A Lambda that bridges a new call when it is told to, and releases the leg that is left at once. */
function overloadable() {
  const held: (() => void)[] = [];
  const bench = createTestService({
    answers: ({ InvocationEventType, ActionData }) => {
      if (InvocationEventType === "HANGUP") return release(ActionData?.Parameters.ParticipantTag);
      if (InvocationEventType !== "NEW_INBOUND_CALL") return nothing;
      return new Promise((resolve) => void held.push(() => resolve(bridge)));
    },
    limits: { openInvocations: 1 },
  });
  const place = async (calls: number) => {
    const placed: CallHandle[] = [];
    for (let call = 0; call < calls; call += 1) {
      placed.push(bench.service.placeCall(bench.invite));
      await bench.clock.elapse(0);
    }
    return placed;
  };
  return { ...bench, held, place };
}

/** Of 5 s. */
const fifthOfTheLimitMs = 1_000;
const ringing = { type: "ringing" };
const sentAway = {
  type: "refused",
  sipCode: 503,
  reason: "Too many calls wait for the Lambda.",
  retryAfterSeconds: 5,
};

test("a call that would wait too long for the Lambda is sent away, and told when to come again", async () => {
  const bench = overloadable();
  const waiting = await bench.place(usualConcurrency);
  const [late] = await bench.place(1);
  expect(late?.progress).toEqual([sentAway]);
  expect(bench.lambda.events).toHaveLength(usualConcurrency);
  expect(waiting.map(({ progress }) => progress)).toEqual(waiting.map(() => [ringing]));
});

test("as soon as one invocation is over, one more call is taken", async () => {
  const bench = overloadable();
  const [first] = await bench.place(usualConcurrency);
  bench.held[0]?.();
  await bench.clock.elapse(0);
  expect(first?.progress.at(-1)).toEqual({ type: "answered" });
  const [taken, late] = await bench.place(2);
  expect(taken?.progress).toEqual([ringing]);
  expect(late?.progress).toEqual([sentAway]);
});

test("calls that are on stay on, are told of and come down, while others are sent away", async () => {
  const bench = overloadable();
  const on = await bench.place(usualConcurrency);
  for (const give of bench.held.splice(0)) give();
  await bench.clock.elapse(fifthOfTheLimitMs);
  const waiting = await bench.place(usualConcurrency);
  const late = await bench.place(3 * usualConcurrency);
  expect(late.map(({ progress }) => progress)).toEqual(late.map(() => [sentAway]));
  expect(on.map(({ progress }) => progress.at(-1)?.type)).toEqual(on.map(() => "answered"));
  for (const call of [...on, ...waiting]) call.hangUp();
  for (const give of bench.held.splice(0)) give();
  await bench.clock.elapse(0);
  await Promise.all([...on, ...waiting, ...late].map(({ over }) => over));
  expect(bench.service.legsUp()).toEqual([]);
  expect(bench.service.calls()).toEqual([]);
});

test("as many as the Lambda has answered in a fifth of the time limit may wait for it", async () => {
  const bench = overloadable();
  await bench.place(usualConcurrency);
  for (const give of bench.held.splice(0)) give();
  await bench.clock.elapse(fifthOfTheLimitMs - 1);
  // Each was told of its call, and that it is bridged.
  const waiting = await bench.place(2 * usualConcurrency);
  expect(waiting.map(({ progress }) => progress)).toEqual(waiting.map(() => [ringing]));
  const [late] = await bench.place(1);
  expect(late?.progress).toEqual([sentAway]);
});

test("what failed counts for no answer", async () => {
  const bench = createTestService({
    limits: { openInvocations: 1 },
    answers: () => {
      if (bench.lambda.events.length <= 4 * usualConcurrency) throw new Error("broken");
      return new Promise(() => {});
    },
  });
  const place = async () => {
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    return call;
  };
  while (bench.lambda.events.length < 4 * usualConcurrency) await place();
  for (let waiting = 0; waiting < usualConcurrency; waiting += 1) await place();
  expect((await place()).progress).toEqual([sentAway]);
});

test("what the service has given up still takes the Lambda's time: new calls are sent away", async () => {
  const bench = overloadable();
  await bench.place(usualConcurrency / 2);
  await bench.clock.elapse(5000);
  expect(bench.lambda.events).toHaveLength(usualConcurrency);
  const [late] = await bench.place(1);
  expect(late?.progress).toEqual([sentAway]);
});

test("the API that places calls throttles them then", async () => {
  const bench = overloadable();
  await bench.place(usualConcurrency);
  expect(() => bench.service.createCall(outbound)).toThrow(
    expect.objectContaining({ code: "ThrottledClientException" }),
  );
  bench.held[0]?.();
  await bench.clock.elapse(0);
  expect(bench.service.createCall(outbound)).toMatchObject({ transactionId: expect.anything() });
});

test("a Lambda that runs more invocations at once has more calls wait for it", async () => {
  const bench = createTestService({
    limits: { openInvocations: 1 },
    sipMediaApplication: {
      lambda: {
        name: "quick",
        concurrency: 2 * usualConcurrency,
        invoke: () => new Promise(() => {}),
        warm: async () => undefined,
        close: async () => {},
      },
    },
  });
  for (let call = 0; call < 2 * usualConcurrency; call += 1) {
    bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
  }
  expect(bench.service.calls()).toHaveLength(2 * usualConcurrency);
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.service.calls()).toHaveLength(2 * usualConcurrency);
});
