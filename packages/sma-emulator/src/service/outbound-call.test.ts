import { describe, expect, test } from "@jest/globals";
import type { Phone, ScriptedPhones } from "@skill-call/phones";
import { answer, hangup } from "@skill-call/pstn-audio";
import { callerNumber, createTestService, smaNumber } from "../testing/test-service.ts";

const request = {
  sipMediaApplicationId: "sma-1",
  fromPhoneNumber: smaNumber,
  toPhoneNumber: callerNumber,
};

test("the phone rings after NEW_OUTBOUND_CALL, with the caller ID and headers asked for", async () => {
  const bench = createTestService({ callee: (phones) => phones.answers({ afterMs: 3000 }) });
  const { transactionId } = bench.service.createCall({ ...request, sipHeaders: { "X-A": "1" } });
  await bench.clock.elapse(0);
  expect(bench.dialled).toEqual([
    {
      transactionId,
      callId: "id-1",
      from: smaNumber,
      to: callerNumber,
      headers: { "X-A": "1" },
    },
  ]);
  expect(bench.told()).toEqual(["NEW_OUTBOUND_CALL", "RINGING"]);
  await bench.clock.elapse(3000);
  expect(bench.told()).toEqual(["NEW_OUTBOUND_CALL", "RINGING", "CALL_ANSWERED"]);
  expect(bench.service.legsUp()).toMatchObject([{ tag: "LEG-A", direction: "Outbound" }]);
});

test("a call that is broken off before the Lambda has answered never rings", async () => {
  let decide: () => void = () => {};
  const decided = new Promise<void>((resolve) => {
    decide = resolve;
  });
  const bench = createTestService({ answers: () => decided });
  const { transactionId, over } = bench.service.createCall(request);
  await bench.clock.elapse(0);
  bench.service.breakOff(transactionId);
  decide();
  await over;
  expect(bench.told()).toEqual(["NEW_OUTBOUND_CALL", "HANGUP"]);
  expect(bench.dialled).toEqual([]);
});

test("of answers to NEW_OUTBOUND_CALL and RINGING the attributes are kept, the rest is ignored", async () => {
  const bench = createTestService({
    answers: {
      NEW_OUTBOUND_CALL: answer([hangup()], { from: "NEW_OUTBOUND_CALL" }),
      RINGING: "not even an answer",
    },
  });
  bench.service.createCall(request);
  await bench.clock.elapse(0);
  expect(bench.told()).toEqual(["NEW_OUTBOUND_CALL", "RINGING", "CALL_ANSWERED"]);
  expect(bench.lastEvent().CallDetails.TransactionAttributes).toEqual({
    from: "NEW_OUTBOUND_CALL",
  });
});

describe("a phone that is not answered ends the call with one HANGUP", () => {
  test.each<[string, (phones: ScriptedPhones) => Phone, number, number]>([
    ["busy", (phones) => phones.busy(), 0, 486],
    ["declined", (phones) => phones.declines(), 0, 486],
    ["out of reach", (phones) => phones.outOfReach(), 0, 480],
    ["no answer for a minute", (phones) => phones.noAnswer(), 60_000, 480],
  ])("%s", async (_what, callee, ms, code) => {
    const bench = createTestService({ callee });
    const call = bench.service.createCall(request);
    await bench.clock.elapse(ms);
    await call.over;
    expect(bench.told().at(-1)).toBe("HANGUP");
    expect(bench.told()).not.toContain("CALL_ANSWERED");
    expect(bench.lastEvent()).toMatchObject({
      ActionData: { Parameters: { SipResponseCode: code, ParticipantTag: "LEG-A" } },
      CallDetails: { Participants: [{ Status: "Disconnected" }] },
    });
  });
});

test("a phone that is hung up ends the call", async () => {
  const bench = createTestService({
    callee: (phones) => phones.answers({ hangsUpAfterMs: 5000 }),
  });
  const call = bench.service.createCall(request);
  await bench.clock.elapse(5000);
  await call.over;
  expect(bench.told().slice(2)).toEqual(["CALL_ANSWERED", "HANGUP"]);
});

test("the Lambda can hang up a call that was answered", async () => {
  const ends: string[] = [];
  const bench = createTestService({
    answers: { CALL_ANSWERED: answer([hangup()]) },
    callee: (phones) => phones.answers({ onAnswer: (call) => call.onOver(() => ends.push("BYE")) }),
  });
  const call = bench.service.createCall(request);
  await bench.clock.elapse(0);
  await call.over;
  expect(ends).toEqual(["BYE"]);
});

describe("a request is refused", () => {
  test.each([
    [
      "for an application that is not there",
      { sipMediaApplicationId: "sma-9" },
      "NotFoundException",
    ],
    ["from a number that is not a number", { fromPhoneNumber: "911" }, "BadRequestException"],
    ["to a number that is not a number", { toPhoneNumber: "home" }, "BadRequestException"],
    [
      "from a number that is not the account's",
      { fromPhoneNumber: "+12045550142" },
      "BadRequestException",
    ],
    [
      "with more than 20 arguments",
      {
        argumentsMap: Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`key${i}`, "v"])),
      },
      "BadRequestException",
    ],
    ["with a header of another kind", { sipHeaders: { Via: "x" } }, "BadRequestException"],
    ["with a reserved header", { sipHeaders: { "X-AMZN-Trace": "x" } }, "BadRequestException"],
    ["with a header too long", { sipHeaders: { "X-A": "x".repeat(2049) } }, "BadRequestException"],
  ])("%s", (_why, change, code) => {
    const { service } = createTestService();
    expect(() => service.createCall({ ...request, ...change })).toThrow(
      expect.objectContaining({ name: "VoiceApiError", code }),
    );
    expect(service.calls()).toEqual([]);
  });
});
