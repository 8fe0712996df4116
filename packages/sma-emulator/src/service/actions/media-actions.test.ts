import { describe, expect, test } from "@jest/globals";
import { createManualClock } from "@skill-call/emulation/testing";
import {
  answer,
  callAndBridge,
  pause,
  playAudio,
  speak,
  speakAndGetDigits,
} from "@skill-call/pstn-audio";
import { branchNumber, createTestService, smaNumber } from "../../testing/test-service.ts";
import { createSilentMedia } from "../media/silent-media.ts";

const audioSource = { bucketName: "prompts", key: "welcome.wav" };

async function callWith(...actions: Parameters<typeof answer>[0]) {
  const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer(actions) } });
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  return { ...bench, call };
}

describe("Speak", () => {
  test("answers the call, puts the text into the trace and takes its time", async () => {
    const { clock, call, trace, told } = await callWith(
      speak({ text: "Hello there", callId: "id-1", languageCode: "en-US", voiceId: "Joanna" }),
    );
    expect(call.progress.at(-1)).toEqual({ type: "answered" });
    expect(trace).toContainEqual({
      from: "pstn-audio",
      to: "caller",
      kind: "leg.speech",
      label: 'says "Hello there"',
      detail: {
        callId: "id-1",
        text: "Hello there",
        textType: "text",
        languageCode: "en-US",
        voiceId: "Joanna",
      },
      transactionId: call.transactionId,
    });
    await clock.elapse(11 * 65 - 1);
    expect(told()).toEqual(["NEW_INBOUND_CALL"]);
    await clock.elapse(1);
    expect(told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL"]);
  });

  test("does not say the tags of SSML", async () => {
    const text = '<speak>Hi<break time="3s"/></speak>';
    const { clock, told } = await callWith(speak({ text, textType: "ssml", callId: "id-1" }));
    await clock.elapse(2 * 65);
    expect(told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL"]);
  });

  test("without a text fails as the service does", async () => {
    const bench = createTestService({
      answers: {
        NEW_INBOUND_CALL: {
          SchemaVersion: "1.0",
          Actions: [{ Type: "Speak", Parameters: { CallId: "id-1" } }],
        },
      },
    });
    bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    expect(bench.lastEvent().ActionData).toMatchObject({
      ErrorType: "MissingRequiredActionParameter",
    });
  });

  test("may be for LEG-B", async () => {
    const bridge = callAndBridge({
      callerIdNumber: smaNumber,
      endpoint: { type: "PSTN", number: branchNumber },
    });
    const bench = createTestService({
      answers: ({ InvocationEventType, CallDetails, ActionData }) => {
        if (InvocationEventType === "NEW_INBOUND_CALL") return answer([bridge]);
        const callId = CallDetails.Participants[1]?.CallId ?? "";
        return answer(ActionData?.Type === "CallAndBridge" ? [speak({ text: "hi", callId })] : []);
      },
    });
    bench.service.placeCall(bench.invite);
    await bench.clock.elapse(1000);
    expect(bench.lastEvent().ActionData?.Type).toBe("Speak");
  });
});

test("Pause waits and does not answer the call", async () => {
  const { clock, call, told } = await callWith(pause({ durationInMilliseconds: 2000 }));
  await clock.elapse(1999);
  expect(told()).toEqual(["NEW_INBOUND_CALL"]);
  await clock.elapse(1);
  expect(told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL"]);
  expect(call.progress).toEqual([{ type: "ringing" }]);
});

describe("PlayAudio", () => {
  test("answers the call and plays the file as often as asked", async () => {
    const { clock, trace, told, call } = await callWith(playAudio({ audioSource, repeat: 3 }));
    await clock.elapse(9000);
    expect(call.progress.at(-1)).toEqual({ type: "answered" });
    expect(trace.filter(({ kind }) => kind === "leg.audio").map(({ label }) => label)).toEqual([
      "plays welcome.wav",
      "plays welcome.wav",
      "plays welcome.wav",
    ]);
    expect(told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL"]);
  });

  test("is stopped by a terminating digit, and by no other", async () => {
    const { clock, call, told } = await callWith(
      playAudio({ audioSource, repeat: 99, playbackTerminators: ["#"] }),
    );
    await clock.elapse(1000);
    call.press("12");
    await clock.elapse(0);
    expect(told()).toEqual(["NEW_INBOUND_CALL"]);
    call.press("#");
    await clock.elapse(0);
    expect(told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL"]);
  });

  test("of a file that is not there fails", async () => {
    const bench = createTestService({
      answers: { NEW_INBOUND_CALL: answer([playAudio({ audioSource })]) },
      media: createSilentMedia({ clock: createManualClock(), audioMs: () => undefined }),
    });
    bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    expect(bench.lastEvent().ActionData).toMatchObject({
      ErrorType: "InvalidAudioSource",
      ErrorMessage: "Cannot access S3 bucket or audio file.",
    });
    const why = `there is no WAV file ${audioSource.bucketName}/${audioSource.key} in the folder s3`;
    expect(bench.trace).toContainEqual(
      expect.objectContaining({
        kind: "action.failed",
        label: `PlayAudio failed: InvalidAudioSource, ${why}`,
      }),
    );
  });
});

describe("SpeakAndGetDigits", () => {
  const question = {
    callId: "id-1",
    speech: { text: "Your PIN?" },
    failureSpeech: { text: "Sorry." },
    minNumberOfDigits: 3,
    maxNumberOfDigits: 5,
    inBetweenDigitsDurationInMilliseconds: 1000,
    repeatDurationInMilliseconds: 5000,
  };
  const spokenMs = 9 * 65;
  const sorryMs = 6 * 65;

  async function asking(options: Partial<Parameters<typeof speakAndGetDigits>[0]> = {}) {
    return callWith(speakAndGetDigits({ ...question, ...options }));
  }

  test("hands on the digits, without the one that ends them", async () => {
    const { call, clock, lastEvent } = await asking();
    await clock.elapse(spokenMs);
    call.press("1234#");
    await clock.elapse(0);
    expect(lastEvent()).toMatchObject({
      InvocationEventType: "ACTION_SUCCESSFUL",
      ActionData: { Type: "SpeakAndGetDigits", ReceivedDigits: "1234" },
    });
  });

  test("takes the most digits there can be without waiting for an end", async () => {
    const { call, clock, lastEvent } = await asking();
    call.press("123456");
    await clock.elapse(0);
    expect(lastEvent().ActionData?.ReceivedDigits).toBe("12345");
  });

  test("takes what is there when no further digit comes", async () => {
    const { call, clock, lastEvent, told } = await asking();
    call.press("123");
    await clock.elapse(999);
    expect(told()).toEqual(["NEW_INBOUND_CALL"]);
    await clock.elapse(1);
    expect(lastEvent().ActionData?.ReceivedDigits).toBe("123");
  });

  test("the first digit cuts the speech short", async () => {
    const { call, clock, told } = await asking();
    await clock.elapse(10);
    call.press("123#");
    await clock.elapse(0);
    expect(told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL"]);
  });

  test("says the failure speech and asks again as often as Repeat says", async () => {
    const { call, clock, trace, lastEvent } = await asking({ repeat: 2 });
    call.press("12#");
    await clock.elapse(sorryMs);
    call.press("789#");
    await clock.elapse(0);
    expect(trace.filter(({ kind }) => kind === "leg.speech").map(({ label }) => label)).toEqual([
      'says "Your PIN?"',
      'says "Sorry."',
      'says "Your PIN?"',
    ]);
    expect(lastEvent().ActionData?.ReceivedDigits).toBe("789");
  });

  test("fails when nothing right was pressed", async () => {
    const { clock, told, lastEvent } = await asking({ repeat: 2 });
    await clock.elapse(2 * (spokenMs + 5000 + sorryMs));
    expect(told()).toEqual(["NEW_INBOUND_CALL", "ACTION_FAILED"]);
    expect(lastEvent().ActionData?.ErrorType).toBe("SystemException");
  });

  test.each([
    ["with the terminating digit, as the guide prints it", "^\\d{2}#$"],
    ["without it", "^\\d{2}$"],
  ])("a pattern may be written %s", async (_how, inputDigitsRegex) => {
    const { call, clock, lastEvent } = await asking({ inputDigitsRegex, minNumberOfDigits: 0 });
    call.press("42#");
    await clock.elapse(0);
    expect(lastEvent().ActionData?.ReceivedDigits).toBe("42");
  });

  test("a pattern that does not fit is a wrong input", async () => {
    const { call, clock, told } = await asking({ inputDigitsRegex: "^9" });
    call.press("123#");
    await clock.elapse(sorryMs);
    expect(told()).toEqual(["NEW_INBOUND_CALL", "ACTION_FAILED"]);
  });

  test("ends with the caller", async () => {
    const { call, clock, told } = await asking({ repeat: 9 });
    await clock.elapse(100);
    call.hangUp();
    await clock.elapse(600_000);
    expect(told()).toEqual(["NEW_INBOUND_CALL", "HANGUP"]);
  });

  test("gets the digits that a callee's phone presses", async () => {
    const bench = createTestService({
      answers: { CALL_ANSWERED: answer([speakAndGetDigits(question)]) },
      callee: (phones) => phones.answers({ presses: [{ afterMs: 1000, digits: "555#" }] }),
    });
    bench.service.createCall({
      sipMediaApplicationId: "sma-1",
      fromPhoneNumber: smaNumber,
      toPhoneNumber: "+12045551111",
    });
    await bench.clock.elapse(1000);
    expect(bench.lastEvent().ActionData?.ReceivedDigits).toBe("555");
  });
});
