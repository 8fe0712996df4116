import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import { powertoolsLog } from "./powertools-log.ts";

const streams = (["stdout", "stderr"] as const).map((name) => jest.spyOn(process[name], "write"));

beforeEach(() => {
  for (const stream of streams) stream.mockReturnValue(true);
});
afterEach(() => {
  for (const stream of streams) stream.mockReset();
});

function written() {
  return streams.flatMap(({ mock }) => mock.calls).map(([line]) => JSON.parse(String(line)));
}

test.each(["info", "warn", "error"] as const)(
  "a line of level %s is one JSON document",
  (level) => {
    powertoolsLog("skill")(level, "call.refused", { reason: "expired", after: undefined });
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
  const log = powertoolsLog("skill");
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
