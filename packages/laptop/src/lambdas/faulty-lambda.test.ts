import { expect, test } from "@jest/globals";
import type { LambdaFunction } from "@skill-call/lambda-runner";
import { faultyLambda } from "./faulty-lambda.ts";

test("faults befall one invocation each, handle nothing, and then the function is itself again", async () => {
  const handled: unknown[] = [];
  const real: LambdaFunction = {
    name: "sma-handler",
    invoke: async (event) => {
      handled.push(event);
      return { outcome: "answered", payload: "done", durationMs: 7 };
    },
    warm: async () => undefined,
    close: async () => {},
  };
  const lambda = faultyLambda(real);
  lambda.faults.inject({ kind: "timed-out" }, { times: 1 });
  lambda.faults.inject({ kind: "crash" }, { times: 1 });
  lambda.faults.inject({ kind: "answer", payload: null }, { times: 1 });

  const ends = [];
  for (const event of [1, 2, 3, 4]) ends.push(await lambda.invoke(event));
  expect(ends).toMatchObject([
    { outcome: "timed-out", errorType: "Sandbox.Timedout" },
    { outcome: "failed", errorType: "Runtime.ExitError" },
    { outcome: "answered", payload: null },
    { outcome: "answered", payload: "done", durationMs: 7 },
  ]);
  expect(handled).toEqual([4]);
});
