import { describe, expect, test } from "@jest/globals";
import { answer, callAndBridge, hangup, pause, playAudio, speak } from "@skill-call/pstn-audio";
import { branchNumber, createTestService, smaNumber } from "../testing/test-service.ts";

const second = pause({ durationInMilliseconds: 1000 });
const last = pause({ durationInMilliseconds: 1001 });
const bridge = callAndBridge({
  callerIdNumber: smaNumber,
  endpoint: { type: "PSTN", number: branchNumber },
});
const music = playAudio({ audioSource: { bucketName: "b", key: "music.wav" }, repeat: 99 });

test("actions run one after the other; one ACTION_SUCCESSFUL tells of the last", async () => {
  const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer([second, last]) } });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(2000);
  expect(bench.told()).toEqual(["NEW_INBOUND_CALL"]);
  await bench.clock.elapse(1);
  expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL"]);
  expect(bench.lastEvent().ActionData).toEqual(last);
});

test("the first action that fails is told, and nothing after it runs", async () => {
  const nowhere = speak({ text: "hello", callId: "no-such-leg" });
  const bench = createTestService({
    answers: { NEW_INBOUND_CALL: answer([second, nowhere, last]) },
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(10_000);
  expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "ACTION_FAILED"]);
  expect(bench.lastEvent().ActionData).toMatchObject({
    Type: "Speak",
    ErrorType: "InvalidActionParameter",
    ErrorMessage: "CallId or ParticipantTag parameter for action is invalid.",
  });
});

test("an action for a leg that is not up fails", async () => {
  const onLegB = pause({ participantTag: "LEG-B", durationInMilliseconds: 100 });
  const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer([onLegB]) } });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(1000);
  expect(bench.lastEvent().ActionData?.ErrorType).toBe("InvalidActionParameter");
});

test("a list that ends in a hang-up is told by the HANGUP alone", async () => {
  const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer([second, hangup()]) } });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(1000);
  expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "HANGUP"]);
});

const bot = {
  BotAliasArn: "arn:aws:lex:us-east-1:111122223333:bot-alias/BOT/ALIAS",
  LocaleId: "en_US",
};

test.each([
  ["StartCallRecording", { CallId: "", Destination: { Type: "S3", Location: "calls" } }],
  ["PauseCallRecording", {}],
  ["ResumeCallRecording", {}],
  ["StopCallRecording", {}],
  ["VoiceFocus", { Enable: true }],
  [
    "ModifyChimeMeetingAttendees",
    { Operation: "Mute", MeetingId: "m-1", AttendeeList: ["a-1", "a-2"] },
  ],
  ["StartBotConversation", bot],
])("%s succeeds, and is a step of the call", async (Type, Parameters) => {
  const bench = createTestService({
    answers: { NEW_INBOUND_CALL: { SchemaVersion: "1.0", Actions: [{ Type, Parameters }] } },
    bots: { default: { intent: "Greeting" } },
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(3000);
  expect(bench.lastEvent()).toMatchObject({
    InvocationEventType: "ACTION_SUCCESSFUL",
    ActionData: { Type },
  });
});

test("a bot's conversation comes to what its script says", async () => {
  const Configuration = { SessionState: { SessionAttributes: { vip: "yes" } } };
  const Actions = [{ Type: "StartBotConversation", Parameters: { ...bot, Configuration } }];
  const bench = createTestService({
    answers: { NEW_INBOUND_CALL: { SchemaVersion: "1.0", Actions } },
    bots: { [bot.BotAliasArn]: { intent: "Rent", slots: { Car: "van" } } },
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(3000);
  expect(bench.lastEvent().ActionData).toMatchObject({
    IntentResult: {
      SessionState: {
        SessionAttributes: { vip: "yes" },
        Intent: { Name: "Rent", Slots: { Car: { Value: { InterpretedValue: "van" } } } },
      },
    },
  });
});

test.each([
  ["no bot is scripted", {}, "SystemException"],
  ["its script says so", { default: { fails: "AccessDenied" } }, "AccessDenied"],
] as const)("a bot fails where %s", async (_why, bots, ErrorType) => {
  const Actions = [{ Type: "StartBotConversation", Parameters: bot }];
  const bench = createTestService({
    answers: { NEW_INBOUND_CALL: { SchemaVersion: "1.0", Actions } },
    bots,
  });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.lastEvent()).toMatchObject({
    InvocationEventType: "ACTION_FAILED",
    ActionData: { ErrorType },
  });
});

describe("a new list", () => {
  function updated(Actions: unknown) {
    return createTestService({
      answers: {
        NEW_INBOUND_CALL: answer([bridge, last]),
        CALL_UPDATE_REQUESTED: { SchemaVersion: "1.0", Actions },
      },
      callee: (phones) => phones.answers({ afterMs: 5000 }),
    });
  }

  async function ranAfterUpdate(bench: ReturnType<typeof updated>) {
    const { transactionId } = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(1000);
    bench.service.updateCall({ sipMediaApplicationId: "sma-1", transactionId, arguments: {} });
    await bench.clock.elapse(20_000);
    return bench.lambda.events.map(({ ActionData, InvocationEventType }) =>
      [InvocationEventType, ActionData?.Type].join(" "),
    );
  }

  test("replaces what has not run; what runs is finished first", async () => {
    const bench = updated([speak({ text: "hi", callId: "id-1" })]);
    expect(await ranAfterUpdate(bench)).toEqual([
      "NEW_INBOUND_CALL ",
      "CALL_UPDATE_REQUESTED CallUpdateRequest",
      "ACTION_SUCCESSFUL Speak",
    ]);
  });

  test("of null keeps what has not run", async () => {
    expect(await ranAfterUpdate(updated(null))).toEqual([
      "NEW_INBOUND_CALL ",
      "CALL_UPDATE_REQUESTED CallUpdateRequest",
      "ACTION_SUCCESSFUL Pause",
    ]);
  });

  test("that is empty drops what has not run", async () => {
    expect(await ranAfterUpdate(updated([]))).toEqual([
      "NEW_INBOUND_CALL ",
      "CALL_UPDATE_REQUESTED CallUpdateRequest",
      "ACTION_SUCCESSFUL CallAndBridge",
    ]);
  });
});

describe("an update", () => {
  function playing(Actions: readonly unknown[]) {
    return createTestService({
      answers: {
        NEW_INBOUND_CALL: answer([music, last]),
        CALL_UPDATE_REQUESTED: { SchemaVersion: "1.0", Actions },
        ACTION_INTERRUPTED: answer([hangup()]),
      },
    });
  }

  async function updateAfter(bench: ReturnType<typeof playing>, ms: number) {
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(ms);
    const { transactionId } = call;
    bench.service.updateCall({ sipMediaApplicationId: "sma-1", transactionId, arguments: {} });
    await bench.clock.elapse(999);
    return call;
  }

  test("interrupts PlayAudio, and the answer to ACTION_INTERRUPTED is ignored", async () => {
    const bench = playing([second]);
    const call = await updateAfter(bench, 5000);
    expect(bench.told()).toEqual([
      "NEW_INBOUND_CALL",
      "CALL_UPDATE_REQUESTED",
      "ACTION_INTERRUPTED",
    ]);
    await bench.clock.elapse(1);
    expect(bench.told().at(-1)).toBe("ACTION_SUCCESSFUL");
    expect(bench.lastEvent().ActionData).toEqual(second);
    expect(call.progress.at(-1)).toEqual({ type: "answered" });
  });

  test("without actions interrupts nothing", async () => {
    const bench = playing([]);
    await updateAfter(bench, 5000);
    expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "CALL_UPDATE_REQUESTED"]);
  });

  test("finds nobody after the call", async () => {
    const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer([hangup()]) } });
    const { transactionId, over } = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    await over;
    const update = { sipMediaApplicationId: "sma-1", transactionId, arguments: {} };
    expect(() => bench.service.updateCall(update)).toThrow("The call was not found.");
  });

  test("belongs to the call's own SIP media application", async () => {
    const bench = playing([]);
    const { transactionId } = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    const update = { sipMediaApplicationId: "sma-2", transactionId, arguments: {} };
    expect(() => bench.service.updateCall(update)).toThrow("The call was not found.");
  });
});
