import { describe, expect, test } from "@jest/globals";
import { answer, playAudio, receiveDigits, speakAndGetDigits } from "@skill-call/pstn-audio";
import { createTestService } from "../../testing/test-service.ts";

const listening = receiveDigits({
  inputDigitsRegex: "^\\d{2}#$",
  inBetweenDigitsDurationInMilliseconds: 1000,
  flushDigitsDurationInMilliseconds: 10_000,
});
const music = playAudio({ audioSource: { bucketName: "prompts", key: "music.wav" }, repeat: 99 });

async function callWith(...actions: Parameters<typeof answer>[0]) {
  const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer(actions) } });
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  return { ...bench, call };
}

test("it succeeds at once, with empty digits as the guide prints them", async () => {
  const { told, lastEvent, call } = await callWith(listening);
  expect(told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL"]);
  expect(lastEvent().ActionData).toMatchObject({ Type: "ReceiveDigits", ReceivedDigits: "" });
  expect(call.progress).toEqual([{ type: "ringing" }]);
});

test("an input that matches is an event while other actions run", async () => {
  const { told, lastEvent, call, clock } = await callWith(listening, music);
  call.press("11#");
  await clock.elapse(1000);
  expect(told()).toEqual(["NEW_INBOUND_CALL", "DIGITS_RECEIVED"]);
  expect(lastEvent().ActionData).toEqual({ ...listening, ReceivedDigits: "11#" });
});

test("it goes on listening", async () => {
  const { told, lastEvent, call, clock } = await callWith(listening, music);
  for (const digits of ["11#", "22#"]) {
    call.press(digits);
    await clock.elapse(1000);
  }
  expect(told()).toEqual(["NEW_INBOUND_CALL", "DIGITS_RECEIVED", "DIGITS_RECEIVED"]);
  expect(lastEvent().ActionData?.ReceivedDigits).toBe("22#");
});

test("a new one takes its place, digits and all", async () => {
  const bench = createTestService({
    answers: { NEW_INBOUND_CALL: answer([listening]), CALL_UPDATE_REQUESTED: answer([listening]) },
  });
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  call.press("1");
  bench.service.updateCall({
    sipMediaApplicationId: "sma-1",
    transactionId: call.transactionId,
    arguments: {},
  });
  await bench.clock.elapse(0);
  call.press("22#");
  await bench.clock.elapse(1000);
  expect(bench.lastEvent().ActionData?.ReceivedDigits).toBe("22#");
});

describe("digits of another action are not its own:", () => {
  test("those that SpeakAndGetDigits gathers", async () => {
    const question = speakAndGetDigits({
      callId: "id-1",
      speech: { text: "PIN?" },
      failureSpeech: { text: "Sorry." },
      repeatDurationInMilliseconds: 5000,
    });
    const { told, call, clock } = await callWith(listening, question);
    call.press("11#");
    await clock.elapse(20_000);
    expect(told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL"]);
  });

  test("the one that ends what is played, and no other", async () => {
    const terminated = playAudio({
      audioSource: { bucketName: "prompts", key: "music.wav" },
      repeat: 99,
      playbackTerminators: ["*"],
    });
    const { told, lastEvent, call, clock } = await callWith(listening, terminated);
    call.press("11*#");
    await clock.elapse(1000);
    expect(told()).toEqual(["NEW_INBOUND_CALL", "ACTION_SUCCESSFUL", "DIGITS_RECEIVED"]);
    expect(lastEvent().ActionData?.ReceivedDigits).toBe("11#");
  });
});

test("after the caller has left nothing is told of what they dialled", async () => {
  const { told, call, clock } = await callWith(listening, music);
  call.press("11#");
  call.hangUp();
  await clock.elapse(60_000);
  expect(told()).toEqual(["NEW_INBOUND_CALL", "HANGUP"]);
});
