import { expect, test } from "@jest/globals";
import type { CallProgress } from "@skill-call/emulation";
import { answer, hangup, pause, speak } from "@skill-call/pstn-audio";
import { createTestService, skillClientId } from "../testing/test-service.ts";

test("a listener hears all of a call's progress, until it stops listening", async () => {
  const say = speak({ text: "hello", callId: "id-1" });
  const bench = createTestService({
    answers: { NEW_INBOUND_CALL: answer([say]), ACTION_SUCCESSFUL: answer([hangup()]) },
  });
  const call = bench.service.placeCall(bench.invite);
  const heard: CallProgress[] = [];
  const early: CallProgress[] = [];
  call.onProgress((progress) => heard.push(progress));
  const stop = call.onProgress((progress) => early.push(progress));
  await bench.clock.elapse(0);
  stop();
  await bench.clock.elapse(1000);
  await call.over;
  expect(heard).toEqual([
    { type: "ringing" },
    { type: "answered" },
    { type: "ended", by: "service" },
  ]);
  expect(early).toEqual([{ type: "ringing" }, { type: "answered" }]);
  expect(call.progress).toEqual(heard);
});

test("a call that no rule takes is refused with the reason, and no Lambda hears of it", async () => {
  const bench = createTestService();
  const call = bench.service.placeCall({ ...bench.invite, to: "+19995550100" });
  await bench.clock.elapse(0);
  await call.over;
  expect(call.progress).toEqual([
    { type: "refused", sipCode: 404, reason: "The number is not one of the account's." },
  ]);
  expect(bench.trace.map(({ kind }) => kind)).toEqual(["call.placed", "call.refused"]);
  expect(bench.told()).toEqual([]);
});

test("a call of a skill that is not allowed is refused before the Lambda is asked", async () => {
  const bench = createTestService({
    answers: { NEW_INBOUND_CALL: answer([pause({ durationInMilliseconds: 100 })]) },
  });
  const refused = bench.service.placeCall({ ...bench.invite, skillClientId: "another" });
  const taken = bench.service.placeCall({ ...bench.invite, skillClientId });
  await bench.clock.elapse(0);
  expect(refused.progress).toMatchObject([{ type: "refused", sipCode: 403 }]);
  expect(taken.progress).toMatchObject([{ type: "ringing" }]);
  expect(bench.lambda.events).toHaveLength(1);
});

test("every step of a call names it; the exact events and answers are in it", async () => {
  const bye = answer([hangup()]);
  const bench = createTestService({ answers: { NEW_INBOUND_CALL: bye } });
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(new Set(bench.trace.map(({ transactionId }) => transactionId))).toEqual(
    new Set([call.transactionId]),
  );
  expect(bench.trace.map(({ kind, label }) => `${kind}: ${label}`)).toEqual([
    "call.placed: INVITE +16073331111",
    "sma.event: NEW_INBOUND_CALL (1)",
    "sma.answer: Hangup",
    "call.refused: 480",
    "sma.event: HANGUP (2)",
    "sma.answer: no actions",
    "call.over: call over, every leg down",
  ]);
  expect(bench.trace[1]?.detail).toEqual(bench.lambda.events[0]);
  expect(bench.trace[2]?.detail).toEqual(bye);
});

test("keys pressed after the call reach nobody", async () => {
  const bench = createTestService({ answers: { NEW_INBOUND_CALL: answer([hangup()]) } });
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(() => call.press("1")).not.toThrow();
});
