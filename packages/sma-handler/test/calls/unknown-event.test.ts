import { expect, test } from "@jest/globals";
import { createHandler } from "../../src/handler.ts";
import { Desk } from "../support/desk.ts";
import { sampleConfig } from "../support/sample-config.ts";

const newToUs = {
  SchemaVersion: "1.0",
  Sequence: 3,
  InvocationEventType: "CALL_QUALITY_CHANGED",
  CallDetails: { TransactionId: "t-1", TransactionAttributes: { at: "connected" } },
};

test("an event of a type that the service got later leaves the call, and its attributes, as they are", async () => {
  const desk = new Desk();
  const answer = await createHandler(sampleConfig(), desk.ports)(newToUs);
  expect(answer).toEqual({ SchemaVersion: "1.0", Actions: [] });
  expect(desk.logged("event.unknown-type")).toHaveLength(1);
  expect(desk.storeUses).toEqual([]);
});
