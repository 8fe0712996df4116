import { expect, test } from "@jest/globals";
import { collectDeliveryFault } from "./delivery-fault.ts";

test.each([
  ["not-invoked", { fault: { kind: "not-invoked" }, options: {} }],
  ["delay=2000", { fault: { kind: "delay", ms: 2000 }, options: {} }],
  ["duplicatex2", { fault: { kind: "duplicate" }, options: { times: 2 } }],
  [
    "NEW_INBOUND_CALL:answer-lostx1",
    { fault: { kind: "answer-lost" }, options: { operation: "NEW_INBOUND_CALL", times: 1 } },
  ],
])("--fault %s", (given, planned) => {
  expect(collectDeliveryFault(given)).toEqual([planned]);
});

test("several faults are collected", () => {
  expect(collectDeliveryFault("duplicate", collectDeliveryFault("not-invoked"))).toHaveLength(2);
});

test.each([
  ["explode", "Write it as"],
  ["HELLO:duplicate", "HELLO is not an event"],
])("--fault %s is refused", (given, problem) => {
  expect(() => collectDeliveryFault(given)).toThrow(problem);
});
