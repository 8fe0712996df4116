import { expect, test } from "@jest/globals";
import type { LambdaFunction } from "../lambda/lambda-function.ts";
import { faultyLambda } from "./faulty-lambda.ts";

function counting() {
  const handled: unknown[] = [];
  const lambda: LambdaFunction = {
    name: "sma-handler",
    invoke: async (event) => {
      handled.push(event);
      return { outcome: "answered", payload: "done", durationMs: 7 };
    },
    close: async () => {},
  };
  return { handled, lambda: faultyLambda(lambda) };
}

test("a time-out befalls one invocation and handles nothing", async () => {
  const { handled, lambda } = counting();
  lambda.faults.inject({ kind: "timed-out" }, { times: 1 });
  expect(await lambda.invoke("first")).toMatchObject({ outcome: "timed-out" });
  expect(await lambda.invoke("second")).toMatchObject({ outcome: "answered", payload: "done" });
  expect(handled).toEqual(["second"]);
});

test("an answer lost looks like a time-out, but the event was handled", async () => {
  const { handled, lambda } = counting();
  lambda.faults.inject({ kind: "answer-lost" });
  expect(await lambda.invoke("first")).toMatchObject({ outcome: "timed-out", durationMs: 7 });
  expect(handled).toEqual(["first"]);
});

test("a crash and an answer of somebody else handle nothing", async () => {
  const { handled, lambda } = counting();
  lambda.faults.inject({ kind: "crash" }, { times: 1 });
  lambda.faults.inject({ kind: "answer", payload: null }, { times: 1 });
  expect(await lambda.invoke("first")).toMatchObject({
    outcome: "failed",
    errorType: "Runtime.ExitError",
  });
  expect(await lambda.invoke("second")).toMatchObject({ outcome: "answered", payload: null });
  expect(handled).toEqual([]);
});
