import { expect, test } from "@jest/globals";
import { answer, hangup } from "@skill-call/pstn-audio";
import { createTestService } from "../testing/test-service.ts";

const bye = { NEW_INBOUND_CALL: answer([hangup({ sipResponseCode: "486" })]) };

test("an event can be delivered twice: the call goes on as if it had come once", async () => {
  const bench = createTestService({ answers: bye });
  bench.service.faults.inject({ kind: "duplicate" }, { operation: "NEW_INBOUND_CALL" });
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "NEW_INBOUND_CALL", "HANGUP"]);
  expect(bench.lambda.events[1]).toEqual(bench.lambda.events[0]);
  expect(bench.lastEvent().Sequence).toBe(2);
  expect(call.progress.at(-1)).toMatchObject({ type: "refused", sipCode: 486 });
});

test("an event can come late: the call may have moved on meanwhile", async () => {
  const bench = createTestService({ answers: bye });
  bench.service.faults.inject({ kind: "delay", ms: 2000 }, { times: 1 });
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(1000);
  expect(bench.told()).toEqual([]);
  call.hangUp();
  await bench.clock.elapse(1000);
  expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "HANGUP"]);
});

test("an answer can be lost: the same event comes again", async () => {
  const bench = createTestService({ answers: bye });
  bench.service.faults.inject({ kind: "answer-lost" }, { times: 1 });
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "NEW_INBOUND_CALL", "HANGUP"]);
});

test("a Lambda can be kept from being invoked", async () => {
  const bench = createTestService({ answers: bye });
  bench.service.faults.inject({ kind: "not-invoked" });
  const call = bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.told()).toEqual([]);
  expect(call.progress.at(-1)).toMatchObject({ type: "refused", sipCode: 480 });

  bench.service.faults.clear();
  bench.service.placeCall(bench.invite);
  await bench.clock.elapse(0);
  expect(bench.told()).toEqual(["NEW_INBOUND_CALL", "HANGUP"]);
});
