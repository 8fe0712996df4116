import { describe, expect, test } from "@jest/globals";
import { createManualClock } from "@skill-call/emulation/testing";
import { answer, playAudioAndGetDigits, recordAudio, sendDigits } from "@skill-call/pstn-audio";
import { createTestService } from "../../testing/test-service.ts";
import type { Dialling, Media, Recording } from "../media/media.ts";
import { createSilentMedia } from "../media/silent-media.ts";

async function callWith(action: Parameters<typeof answer>[0][number], media?: Media) {
  const answers = { NEW_INBOUND_CALL: answer([action]) };
  const bench = createTestService({ answers, ...(media && { media }) });
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  return { ...bench, call };
}

/** Media that can do nothing but tell what was asked of them. */
function refusing() {
  const recordings: Recording[] = [];
  const diallings: Dialling[] = [];
  const media: Media = {
    speak: async () => {},
    play: async () => false,
    ringBack: async () => {},
    recordCall: async () => {},
    record: async (recording) => {
      recordings.push(recording);
      return false;
    },
    dial: async (dialling) => {
      diallings.push(dialling);
      return false;
    },
  };
  return { media, recordings, diallings };
}

describe("RecordAudio", () => {
  const recording = recordAudio({
    callId: "id-1",
    durationInSeconds: 10,
    recordingTerminators: ["#", "*"],
    recordingDestination: { bucketName: "recordings", prefix: "calls/" },
    silenceDurationInSeconds: 3,
  });
  const destination = {
    Type: "S3",
    BucketName: "recordings",
    Key: "calls/id-1_2026-11-23T09-00-00.000Z.wav",
  };

  test("answers the call and tells where the file is when its time is over", async () => {
    const { SilenceDurationInSeconds: _none, ...Parameters } = recording.Parameters;
    const { clock, call, told, lastEvent } = await callWith({ ...recording, Parameters });
    await clock.elapse(9999);
    expect(call.progress.at(-1)).toEqual({ type: "answered" });
    expect(told()).toEqual(["NEW_INBOUND_CALL"]);
    await clock.elapse(1);
    expect(lastEvent().ActionData).toEqual({
      Type: "RecordAudio",
      Parameters,
      RecordingDestination: destination,
    });
  });

  test("ends by a terminating digit, which the event names, and by no other", async () => {
    const { clock, call, told, lastEvent } = await callWith(recording);
    call.press("12");
    await clock.elapse(0);
    expect(told()).toEqual(["NEW_INBOUND_CALL"]);
    call.press("*");
    await clock.elapse(0);
    expect(lastEvent().ActionData).toMatchObject({
      RecordingDestination: destination,
      RecordingTerminatorUsed: "*",
    });
  });

  test("ends with the leg: the file is told first, then the hang-up", async () => {
    const { clock, call, told, lambda } = await callWith(recording);
    call.hangUp();
    await clock.elapse(0);
    expect(told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL", "HANGUP"]);
    const [, recorded] = lambda.events;
    expect(recorded?.ActionData).toEqual({
      Type: "RecordAudio",
      Parameters: recording.Parameters,
      RecordingDestination: destination,
    });
    expect(recorded?.CallDetails.Participants).toMatchObject([{ Status: "Disconnected" }]);
  });

  test("of a caller who hangs up can fail, too", async () => {
    const { media } = refusing();
    let kept: (is: boolean) => void = () => {};
    const record = () => new Promise<boolean>((resolve) => (kept = resolve));
    const { clock, call, told } = await callWith(recording, { ...media, record });
    call.hangUp();
    await clock.elapse(0);
    expect(told()).toEqual(["NEW_INBOUND_CALL"]);
    kept(false);
    await call.over;
    expect(told()).toEqual(["NEW_INBOUND_CALL", "ACTION_FAILED", "HANGUP"]);
  });

  test("ends by silence", async () => {
    const { clock, told } = await callWith(recording);
    await clock.elapse(3000);
    expect(told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL"]);
  });

  test("hands on what silence is", async () => {
    const { media, recordings } = refusing();
    await callWith(recording, media);
    expect(recordings).toMatchObject([{ silence: { ms: 3000, threshold: 200 } }]);
  });

  test("goes to the root of the bucket without a prefix", async () => {
    const { media, recordings } = refusing();
    const RecordingDestination = { Type: "S3", BucketName: "recordings" } as const;
    await callWith(
      { ...recording, Parameters: { ...recording.Parameters, RecordingDestination } },
      media,
    );
    expect(recordings).toMatchObject([{ key: "id-1_2026-11-23T09-00-00.000Z.wav" }]);
  });

  test("fails when the file cannot be kept", async () => {
    const { lastEvent } = await callWith(recording, refusing().media);
    expect(lastEvent().ActionData).toMatchObject({
      ErrorType: "InvalidActionParameter",
      ErrorMessage: "Error occurred while uploading recording to S3 bucket.",
    });
  });

  test("is interrupted by an update with actions", async () => {
    const answers = {
      NEW_INBOUND_CALL: answer([recording]),
      CALL_UPDATE_REQUESTED: answer([{ Type: "Hangup", Parameters: { SipResponseCode: "0" } }]),
    };
    const bench = createTestService({ answers });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    bench.service.updateCall({
      sipMediaApplicationId: "sma-1",
      transactionId: call.transactionId,
      arguments: {},
    });
    await bench.clock.elapse(0);
    expect(bench.told()).toContain("ACTION_INTERRUPTED");
  });
});

describe("SendDigits", () => {
  test("takes a quarter of a second a key, unless told otherwise", async () => {
    const { clock, told, trace } = await callWith(sendDigits({ callId: "id-1", digits: "1,2" }));
    await clock.elapse(500 + 2 * 350 - 1);
    expect(told()).toEqual(["NEW_INBOUND_CALL"]);
    await clock.elapse(1);
    expect(told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL"]);
    expect(trace.map(({ kind, label }) => `${kind} ${label}`)).toContain("leg.digits dials 1,2");
  });

  test("hands on keys and tone, and fails on a leg that takes none", async () => {
    const { media, diallings } = refusing();
    const action = sendDigits({ callId: "id-1", digits: "12A#", toneDurationInMilliseconds: 60 });
    const { lastEvent } = await callWith(action, media);
    expect(diallings).toEqual([{ callId: "id-1", digits: "12A#", toneMs: 60 }]);
    expect(lastEvent().ActionData?.ErrorType).toBe("SystemException");
  });
});

describe("PlayAudioAndGetDigits", () => {
  const question = playAudioAndGetDigits({
    callId: "id-1",
    audioSource: { bucketName: "prompts", key: "pin.wav" },
    failureAudioSource: { bucketName: "prompts", key: "wrong.wav" },
    minNumberOfDigits: 3,
    maxNumberOfDigits: 4,
    repeat: 2,
    repeatDurationInMilliseconds: 5000,
  });

  test("the first digit cuts the file short; the digits are handed on", async () => {
    const { call, clock, lastEvent } = await callWith(question);
    call.press("123#");
    await clock.elapse(0);
    expect(call.progress.at(-1)).toEqual({ type: "answered" });
    expect(lastEvent().ActionData).toMatchObject({
      Type: "PlayAudioAndGetDigits",
      ReceivedDigits: "123",
    });
  });

  test("a wrong input is followed by the failure file and another attempt", async () => {
    const { call, clock, trace, lastEvent } = await callWith(question);
    call.press("1#");
    await clock.elapse(3000);
    call.press("7890");
    await clock.elapse(0);
    expect(trace.filter(({ kind }) => kind === "leg.audio").map(({ label }) => label)).toEqual([
      "plays pin.wav",
      "plays wrong.wav",
      "plays pin.wav",
    ]);
    expect(lastEvent().ActionData?.ReceivedDigits).toBe("7890");
  });

  test("fails when nothing right was dialled", async () => {
    const { clock, told, lastEvent } = await callWith(question);
    await clock.elapse(2 * (3000 + 5000 + 3000));
    expect(told()).toEqual(["NEW_INBOUND_CALL", "ACTION_FAILED"]);
    expect(lastEvent().ActionData?.ErrorType).toBe("SystemException");
  });

  test.each([
    ["the file", "pin.wav", 0],
    ["the failure file", "wrong.wav", 8000],
  ])("fails when %s is not there", async (_which, missing, afterMs) => {
    const clock = createManualClock();
    const audioMs = ({ key }: { readonly key: string }) => (key === missing ? undefined : 3000);
    const answers = { NEW_INBOUND_CALL: answer([question]) };
    const bench = createTestService({
      answers,
      clock,
      media: createSilentMedia({ clock, audioMs }),
    });
    bench.service.placeCall(bench.invite);
    await clock.elapse(afterMs);
    expect(bench.lastEvent().ActionData?.ErrorType).toBe("InvalidAudioSource");
  });
});
