import { expect, test } from "@jest/globals";
import { createInProcessLambda, type LambdaHandler } from "./in-process-lambda.ts";

function invoke(handler: LambdaHandler, event: unknown = { from: "test" }) {
  return createInProcessLambda({ name: "mine", handler }).invoke(event);
}

test.each<[string, LambdaHandler]>([
  ["a promise", async ({ from }) => ({ seen: from })],
  ["its callback", ({ from }, _, callback) => callback(null, { seen: from })],
  ["context.done", ({ from }, { done }) => done(null, { seen: from })],
  ["context.succeed", ({ from }, { succeed }) => succeed({ seen: from })],
  [
    "its callback, later",
    ({ from }, _, callback) => setImmediate(() => callback(null, { seen: from })),
  ],
])("a handler answers by %s", async (_, handler) => {
  expect(await invoke(handler)).toMatchObject({ outcome: "answered", payload: { seen: "test" } });
});

test.each<[string, LambdaHandler]>([
  ["throws", () => fail()],
  ["rejects", async () => fail()],
  ["calls back with an error", (_, __, callback) => callback(new RangeError("too far"))],
  ["fails its context", (_, context) => context.fail(new RangeError("too far"))],
])("a handler that %s has failed", async (_, handler) => {
  const failed = { outcome: "failed", errorType: "RangeError", message: "too far" };
  expect(await invoke(handler)).toMatchObject(failed);
});

function fail(): never {
  throw new RangeError("too far");
}

test("what JSON cannot say is lost, and nothing is shared", async () => {
  const event = { list: [1] };
  const end = await invoke(async (received) => {
    received.list.push(2);
    return { at: new Date(0), gone: undefined };
  }, event);
  expect(end).toMatchObject({ payload: { at: "1970-01-01T00:00:00.000Z" } });
  expect(event).toEqual({ list: [1] });
});

test("the context names the function and counts down", async () => {
  const end = await invoke(async (_, context) => [
    context.functionName,
    context.getRemainingTimeInMillis() > 0,
  ]);
  expect(end).toMatchObject({ payload: ["mine", true] });
});
