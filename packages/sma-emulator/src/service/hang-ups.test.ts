import { describe, expect, test } from "@jest/globals";
import { answer, callAndBridge, hangup, speak } from "@skill-call/pstn-audio";
import { branchNumber, createTestService, smaNumber } from "../testing/test-service.ts";

const bridge = callAndBridge({
  callerIdNumber: smaNumber,
  endpoint: { type: "PSTN", number: branchNumber },
});

function bridged(answers: object, hangsUpAfterMs?: number) {
  return createTestService({
    answers: { NEW_INBOUND_CALL: answer([bridge]), ...answers },
    callee: (phones) => phones.answers(hangsUpAfterMs === undefined ? {} : { hangsUpAfterMs }),
  });
}

function hangUpsOf(bench: ReturnType<typeof bridged>) {
  return bench.lambda.events
    .filter(({ InvocationEventType }) => InvocationEventType === "HANGUP")
    .map(({ ActionData }) => ActionData?.Parameters.ParticipantTag);
}

describe("a leg that hangs up does not hang up the other", () => {
  test("the caller leaves, the callee stays up and is reported until somebody hangs up", async () => {
    const bench = bridged({});
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(1000);
    call.hangUp();
    await bench.clock.elapse(3_600_000);
    expect(hangUpsOf(bench)).toEqual(["LEG-A"]);
    expect(bench.service.legsUp()).toMatchObject([
      { transactionId: call.transactionId, callId: "id-3", tag: "LEG-B", to: branchNumber },
    ]);
    expect(bench.service.calls()).toHaveLength(1);
  });

  test("the callee leaves, the caller stays up", async () => {
    const bench = bridged({}, 1000);
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(60_000);
    expect(hangUpsOf(bench)).toEqual(["LEG-B"]);
    expect(bench.service.legsUp()).toMatchObject([{ tag: "LEG-A" }]);
    expect(call.progress.at(-1)).toEqual({ type: "answered" });
  });
});

test("the Lambda hangs up the leg that is left, then the call is over", async () => {
  const bench = bridged({ HANGUP: answer([hangup({ participantTag: "LEG-B" })]) });
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(1000);
  call.hangUp();
  await bench.clock.elapse(0);
  await call.over;
  expect(hangUpsOf(bench)).toEqual(["LEG-A", "LEG-B"]);
  expect(bench.service.legsUp()).toEqual([]);
  expect(bench.trace.at(-1)).toMatchObject({
    kind: "call.over",
    transactionId: call.transactionId,
  });
});

test("a list may hang up both legs, one after the other", async () => {
  const bench = bridged({
    ACTION_SUCCESSFUL: answer([
      hangup({ participantTag: "LEG-B" }),
      hangup({ participantTag: "LEG-A" }),
    ]),
  });
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  await call.over;
  expect(hangUpsOf(bench)).toEqual(["LEG-B", "LEG-A"]);
  expect(call.progress.at(-1)).toEqual({ type: "ended", by: "service" });
});

test("a new LEG-B takes the place of the one that left", async () => {
  let calls = 0;
  const bench = createTestService({
    answers: { NEW_INBOUND_CALL: answer([bridge]), HANGUP: answer([bridge]) },
    callee: (phones) => {
      calls += 1;
      return phones.answers(calls === 1 ? { hangsUpAfterMs: 1000 } : {});
    },
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(2000);
  expect(bench.lastEvent().CallDetails.Participants).toMatchObject([
    { ParticipantTag: "LEG-A", Status: "Connected" },
    { ParticipantTag: "LEG-B", Status: "Connected", CallId: "id-4" },
  ]);
});

test("a HANGUP that comes when its leg has a successor shows both", async () => {
  const updates: ((payload: unknown) => void)[] = [];
  let calls = 0;
  const bench = createTestService({
    answers: ({ InvocationEventType }) => {
      if (InvocationEventType === "NEW_INBOUND_CALL") return answer([bridge]);
      if (InvocationEventType !== "CALL_UPDATE_REQUESTED") return answer([]);
      return new Promise((resolve) => void updates.push(resolve));
    },
    callee: (phones) => {
      calls += 1;
      return phones.answers(calls === 1 ? { hangsUpAfterMs: 1000 } : {});
    },
  });
  const { transactionId } = bench.service.placeCall(bench.invite);
  const update = { sipMediaApplicationId: "sma-1", transactionId, arguments: {} };
  await bench.clock.elapse(500);
  bench.service.updateCall(update);
  bench.service.updateCall(update);
  await bench.clock.elapse(600);
  updates[0]?.(answer([bridge]));
  await bench.clock.elapse(0);
  updates[1]?.({ SchemaVersion: "1.0" });
  await bench.clock.elapse(0);
  const hangUp = bench.lambda.events.find((each) => each.InvocationEventType === "HANGUP");
  expect(hangUp).toMatchObject({
    ActionData: { Parameters: { CallId: "id-3" } },
    CallDetails: {
      Participants: [
        { CallId: "id-1", Status: "Connected" },
        { CallId: "id-3", Status: "Disconnected" },
        { CallId: "id-4", Status: "Connected" },
      ],
    },
  });
  expect(bench.lastEvent()).toMatchObject({
    InvocationEventType: "ACTION_SUCCESSFUL",
    CallDetails: { Participants: [{ CallId: "id-1" }, { CallId: "id-4" }] },
  });
});

test("an invalid answer is told before what waits", async () => {
  let update: (payload: unknown) => void = () => {};
  const bench = bridged(
    {
      get CALL_UPDATE_REQUESTED() {
        return new Promise((resolve) => {
          update = resolve;
        });
      },
    },
    1000,
  );
  const { transactionId } = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(500);
  bench.service.updateCall({ sipMediaApplicationId: "sma-1", transactionId, arguments: {} });
  await bench.clock.elapse(1000);
  update(null);
  await bench.clock.elapse(0);
  expect(bench.told().slice(2)).toEqual([
    "CALL_UPDATE_REQUESTED",
    "INVALID_LAMBDA_RESPONSE",
    "HANGUP",
  ]);
});

describe("a caller who hangs up", () => {
  test("while the callee's phone rings stops the ringing", async () => {
    const over: string[] = [];
    const bench = createTestService({
      answers: { NEW_INBOUND_CALL: answer([bridge]) },
      callee: () => (phone) => {
        phone.ring();
        phone.onOver(() => over.push("cancelled"));
      },
    });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(3000);
    call.hangUp();
    await bench.clock.elapse(60_000);
    await call.over;
    expect(over).toEqual(["cancelled"]);
    expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "HANGUP"]);
  });

  test("while the Lambda thinks is told afterwards, and what it answered is not done", async () => {
    let respond: (payload: unknown) => void = () => {};
    const bench = createTestService({
      answers: ({ InvocationEventType }) =>
        InvocationEventType === "NEW_INBOUND_CALL"
          ? new Promise((resolve) => {
              respond = resolve;
            })
          : answer([]),
    });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(1000);
    call.hangUp();
    respond(answer([bridge], { from: "the answer" }));
    await bench.clock.elapse(0);
    await call.over;
    expect(bench.dialled).toEqual([]);
    expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "HANGUP"]);
    expect(bench.lastEvent().CallDetails.TransactionAttributes).toEqual({ from: "the answer" });
  });

  test("while something is said ends that, and the rest of the list", async () => {
    const say = speak({ text: "a long story", callId: "id-1" });
    const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer([say, bridge]) } });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(100);
    call.hangUp();
    await bench.clock.elapse(60_000);
    expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "HANGUP"]);
    expect(bench.dialled).toEqual([]);
  });

  test("just before an ACTION_* is delivered: it shows the leg disconnected, then comes its HANGUP", async () => {
    let thinking: (payload: unknown) => void = () => {};
    const slow = createTestService({
      answers: ({ InvocationEventType }) => {
        if (InvocationEventType === "NEW_INBOUND_CALL") return answer([bridge]);
        if (InvocationEventType !== "CALL_UPDATE_REQUESTED") return answer([]);
        return new Promise((resolve) => {
          thinking = resolve;
        });
      },
      callee: (phones) => phones.answers({ afterMs: 2000 }),
    });
    const call = slow.service.placeCall(slow.invite);
    await slow.clock.elapse(1000);
    const { transactionId } = call;
    slow.service.updateCall({ sipMediaApplicationId: "sma-1", transactionId, arguments: {} });
    await slow.clock.elapse(1000);
    call.hangUp();
    thinking({ SchemaVersion: "1.0" });
    await slow.clock.elapse(0);
    expect(slow.told().slice(2)).toEqual(["ACTION_SUCCESSFUL", "HANGUP"]);
    expect(slow.lambda.events[2]?.CallDetails.Participants[0]?.Status).toBe("Disconnected");
  });

  test("twice hangs up once", async () => {
    const bench = bridged({});
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    call.hangUp();
    call.hangUp();
    await bench.clock.elapse(0);
    expect(hangUpsOf(bench)).toEqual(["LEG-A"]);
    expect(call.progress.filter(({ type }) => type === "ended")).toHaveLength(1);
  });
});

test("calls side by side do not touch each other", async () => {
  const bench = bridged({ HANGUP: answer([hangup({ participantTag: "LEG-B" })]) });
  const calls = [1, 2, 3].map(() => bench.service.placeCall(bench.invite));
  await bench.clock.elapse(0);
  calls[1]?.hangUp();
  await bench.clock.elapse(0);
  expect(bench.service.calls().map(({ transactionId }) => transactionId)).toEqual([
    calls[0]?.transactionId,
    calls[2]?.transactionId,
  ]);
  expect(bench.service.legsUp()).toHaveLength(4);
});

test("close hangs up every leg without asking the Lambda; later calls are refused", async () => {
  const bench = bridged({});
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  await bench.service.close();
  await call.over;
  expect(bench.service.calls()).toEqual([]);
  expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL"]);
  expect(call.progress.at(-1)).toEqual({ type: "ended", by: "service" });

  const late = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(late.progress).toMatchObject([{ type: "refused", sipCode: 503 }]);
});

describe("a call that is broken off", () => {
  test("loses every leg at once, and the Lambda is told of each", async () => {
    const bench = bridged({ HANGUP: answer([hangup({ participantTag: "LEG-A" })]) });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(1000);
    expect(bench.service.breakOff(call.transactionId)).toBe(true);
    expect(bench.service.legsUp()).toEqual([]);
    await bench.clock.elapse(0);
    await call.over;
    expect(hangUpsOf(bench)).toEqual(["LEG-A", "LEG-B"]);
    expect(call.progress.at(-1)).toEqual({ type: "ended", by: "service" });
    expect(bench.service.breakOff(call.transactionId)).toBe(false);
  });

  test("is refused while it still rings", async () => {
    const bench = createTestService({ callee: (phones) => phones.noAnswer() });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(1000);
    bench.service.breakOff(call.transactionId);
    await bench.clock.elapse(0);
    await call.over;
    expect(call.progress.at(-1)).toMatchObject({ type: "refused", sipCode: 480 });
  });
});

test("a Hangup that the service refuses leaves its leg up, and the Lambda is told", async () => {
  const hangsUp = answer([hangup({ participantTag: "LEG-B" })]);
  let refusals = 1;
  const bench = createTestService({
    answers: { NEW_INBOUND_CALL: answer([bridge]), HANGUP: hangsUp, ACTION_FAILED: hangsUp },
    refuses: (action) => action === "Hangup" && refusals-- > 0,
  });
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(1000);
  call.hangUp();
  await bench.clock.elapse(0);
  await call.over;
  expect(bench.told().slice(2)).toEqual(["HANGUP", "ACTION_FAILED", "HANGUP"]);
});
