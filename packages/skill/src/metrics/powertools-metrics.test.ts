import { readFileSync } from "node:fs";
import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import type { Metric } from "./metric.ts";
import { powertoolsMetrics } from "./powertools-metrics.ts";

const everyMetric: { readonly [Name in Metric["name"]]: Extract<Metric, { name: Name }> } = {
  CallsStarted: { name: "CallsStarted" },
  CallStartFailed: { name: "CallStartFailed", cause: "session.throttled" },
};

const stdout = jest.spyOn(process.stdout, "write");

beforeEach(() => {
  stdout.mockReturnValue(true);
});
afterEach(() => {
  stdout.mockReset();
});

/** The lines that CloudWatch would read. */
function written(...metrics: readonly Metric[]) {
  metrics.forEach(powertoolsMetrics());
  return stdout.mock.calls.map(([line]) => JSON.parse(String(line)));
}

test("a metric is one line of CloudWatch's embedded metric format, and has nothing of the one before it", () => {
  expect(written(everyMetric.CallStartFailed, everyMetric.CallsStarted)).toEqual([
    {
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: "SkillCall",
            Dimensions: [["service", "cause"]],
            Metrics: [{ Name: "CallStartFailed", Unit: "Count" }],
          },
        ],
      },
      service: "skill",
      cause: "session.throttled",
      CallStartFailed: 1,
    },
    { _aws: expect.anything(), service: "skill", CallsStarted: 1 },
  ]);
});

test("what is counted is what the dashboards chart, by the same dimensions", () => {
  const charts = readFileSync("../infra/src/observability/business-metrics.ts", "utf8");
  const rows = charts.matchAll(/^ {2}(\w+): \{ service: "skill",(?: by: "(\w+)",)?/gm);
  const charted = [...rows].map(([, name, by]) => [name, by ? ["service", by] : ["service"]]);
  const counted = written(...Object.values(everyMetric)).map(({ _aws }) => {
    const [{ Metrics, Dimensions }] = _aws.CloudWatchMetrics;
    return [Metrics[0].Name, Dimensions[0]];
  });
  expect(counted).toEqual(charted);
});
