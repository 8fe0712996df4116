import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, jest, test } from "@jest/globals";
import type { Metric } from "./metric.ts";
import { powertoolsMetrics } from "./powertools-metrics.ts";

const everyMetric: { readonly [Name in Metric["name"]]: Extract<Metric, { name: Name }> } = {
  ContextsClaimed: { name: "ContextsClaimed" },
  ContextsMissing: { name: "ContextsMissing", reason: "expired" },
  CallsRouted: { name: "CallsRouted", destination: "voice-connector" },
  DestinationsFailed: { name: "DestinationsFailed", cause: "CallNotAnswered" },
  CallsConnected: { name: "CallsConnected" },
  TimeToAnswer: { name: "TimeToAnswer", milliseconds: 4_200 },
};

interface EmfLine {
  readonly _aws: {
    readonly CloudWatchMetrics: readonly [
      {
        readonly Namespace: string;
        readonly Dimensions: readonly [readonly string[]];
        readonly Metrics: readonly [{ readonly Name: string; readonly Unit: string }];
      },
    ];
  };
}

const stdout = jest.spyOn(process.stdout, "write");

beforeEach(() => {
  stdout.mockReturnValue(true);
});
afterEach(() => {
  stdout.mockReset();
});

/** The lines that CloudWatch would read, each as it is and as what it counts. */
function written(...metrics: readonly Metric[]) {
  metrics.forEach(powertoolsMetrics());
  const lines = stdout.mock.calls.map(([line]) => JSON.parse(String(line)) as EmfLine);
  return lines.map((line) => {
    const [{ Namespace, Dimensions, Metrics }] = line._aws.CloudWatchMetrics;
    const [{ Name, Unit }] = Metrics;
    return { line, namespace: Namespace, dimensions: Dimensions, name: Name, unit: Unit };
  });
}

test("a metric is one line of CloudWatch's embedded metric format", () => {
  expect(written(everyMetric.DestinationsFailed)).toMatchObject([
    {
      line: { service: "sma-handler", cause: "CallNotAnswered", DestinationsFailed: 1 },
      namespace: "SkillCall",
      dimensions: [["service", "cause"]],
      unit: "Count",
    },
  ]);
});

test("the time to the answer is in milliseconds", () => {
  expect(written(everyMetric.TimeToAnswer)).toMatchObject([
    { line: { TimeToAnswer: 4_200 }, dimensions: [["service"]], unit: "Milliseconds" },
  ]);
});

test("a line has nothing of the one before it", () => {
  const [, second] = written(everyMetric.ContextsMissing, everyMetric.CallsConnected);
  expect(second?.line).toEqual({
    _aws: expect.anything(),
    service: "sma-handler",
    CallsConnected: 1,
  });
});

test("what is counted is what the dashboards chart, by the same dimensions", () => {
  const charts = readFileSync(
    join(__dirname, "../../../infra/src/observability/business-metrics.ts"),
    "utf8",
  );
  const rows = charts.matchAll(/^ {2}(\w+): \{ service: "sma-handler",(?: by: "(\w+)",)?/gm);
  const charted = [...rows].map(([, name, by]) => [name, by ? ["service", by] : ["service"]]);
  const counted = written(...Object.values(everyMetric));
  expect(counted.map(({ name, dimensions }) => [name, dimensions[0]])).toEqual(charted);
});
