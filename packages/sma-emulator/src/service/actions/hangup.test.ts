import { describe, expect, test } from "@jest/globals";
import { answer, type HangupCode, hangup, speak } from "@skill-call/pstn-audio";
import { createTestService, smaNumber } from "../../testing/test-service.ts";

describe("as the answer to a new call it refuses the call", () => {
  test.each<[HangupCode, number, number]>([
    ["0", 0, 480],
    ["480", 480, 480],
    ["486", 486, 486],
  ])("with %s: the event says %d, the caller gets %d", async (code, told, sipCode) => {
    const bench = createTestService({
      answers: { NEW_INBOUND_CALL: answer([hangup({ sipResponseCode: code })]) },
    });
    const call = bench.service.placeCall(bench.invite);
    await bench.clock.elapse(0);
    expect(call.progress).toEqual([{ type: "ringing" }, { type: "refused", sipCode, reason: "" }]);
    expect(bench.lastEvent().ActionData?.Parameters.SipResponseCode).toBe(told);
  });
});

test("after the answer it ends the call", async () => {
  const say = speak({ text: "bye", callId: "id-1" });
  const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer([say, hangup()]) } });
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(1000);
  expect(call.progress.map(({ type }) => type)).toEqual(["ringing", "answered", "ended"]);
});

test("it stops the ringing of an outbound call", async () => {
  const bench = createTestService({
    answers: { CALL_UPDATE_REQUESTED: answer([hangup()]) },
    callee: (phones) => phones.noAnswer(),
  });
  const call = bench.service.createCall({
    sipMediaApplicationId: "sma-1",
    fromPhoneNumber: smaNumber,
    toPhoneNumber: "+12045551111",
  });
  await bench.clock.elapse(1000);
  bench.service.updateCall({
    sipMediaApplicationId: "sma-1",
    transactionId: call.transactionId,
    arguments: {},
  });
  await bench.clock.elapse(0);
  await call.over;
  expect(bench.told()).toEqual(["NEW_OUTBOUND_CALL", "RINGING", "CALL_UPDATE_REQUESTED", "HANGUP"]);
  expect(bench.trace.map(({ kind }) => kind)).not.toContain("leg.not-answered");
});
