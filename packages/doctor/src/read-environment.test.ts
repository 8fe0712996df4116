import { expect, test } from "@jest/globals";
import { readEnvironment } from "./read-environment.ts";

test("an environment is that of every part that runs in it; Lambda says what it runs on", () => {
  const variables = {
    AWS_REGION: "us-west-2",
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x",
    CALL_STARTER: "callback",
    UNSET: undefined,
  };
  const environment = {
    AWS_REGION: "us-west-2",
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x",
    CALL_STARTER: "callback",
  };
  expect(readEnvironment(variables, ["skill", "sma-handler"])).toEqual({
    environments: { skill: environment, "sma-handler": environment },
    region: "us-west-2",
    runtime: "nodejs20.x",
  });
});
