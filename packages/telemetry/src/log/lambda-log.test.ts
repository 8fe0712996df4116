import { expect, test } from "@jest/globals";
import { captureOutput } from "../testing/capture-output.ts";
import { lambdaLog } from "./lambda-log.ts";

const written = captureOutput();

test.each(["info", "warn", "error"] as const)(
  "a line of level %s is one JSON document",
  (level) => {
    lambdaLog("skill")(level, "call.refused", { reason: "expired", after: undefined });
    expect(written()).toEqual([
      {
        level,
        message: "call.refused",
        reason: "expired",
        service: "skill",
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      },
    ]);
  },
);

test("a line leads to the trace of its invocation, and has nothing of the line before it", () => {
  const log = lambdaLog("skill");
  log("info", "first", { reason: "expired" });
  process.env._X_AMZN_TRACE_ID = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=1;Sampled=1";
  log("info", "second");
  delete process.env._X_AMZN_TRACE_ID;
  const [, second] = written();
  expect(second).toEqual({
    level: "info",
    message: "second",
    service: "skill",
    timestamp: expect.any(String),
    traceId: "1-5759e988-bd862e3fe1be46a994272793",
  });
});
