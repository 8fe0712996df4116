import { expect, test } from "@jest/globals";
import { lambdaTelemetry } from "@skill-call/telemetry";
import { captureOutput, chartedMetrics, shapeOf } from "@skill-call/telemetry/testing";
import type { Metric } from "./metric.ts";

const everyMetric: { readonly [Name in Metric["name"]]: Extract<Metric, { name: Name }> } = {
  CallsStarted: { name: "CallsStarted" },
  CallStartFailed: { name: "CallStartFailed", cause: "session.throttled" },
};

const written = captureOutput();

test("what is counted is what the dashboards chart, by the same dimensions", () => {
  const { measure } = lambdaTelemetry<Metric>("skill");
  for (const metric of Object.values(everyMetric)) measure(metric);
  expect(written().map(shapeOf)).toEqual(chartedMetrics("skill"));
});
