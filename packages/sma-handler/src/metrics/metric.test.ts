import { expect, test } from "@jest/globals";
import { lambdaTelemetry } from "@skill-call/telemetry";
import { captureOutput, chartedMetrics, shapeOf } from "@skill-call/telemetry/testing";
import type { Metric } from "./metric.ts";

const everyMetric: { readonly [Name in Metric["name"]]: Extract<Metric, { name: Name }> } = {
  ContextsClaimed: { name: "ContextsClaimed" },
  ContextsMissing: { name: "ContextsMissing", reason: "expired" },
  OrdinaryCalls: { name: "OrdinaryCalls" },
  CallsRouted: { name: "CallsRouted", destination: "voice-connector" },
  CallsConnected: { name: "CallsConnected" },
  RoutesNotTakenOver: { name: "RoutesNotTakenOver", cause: "mistakes" },
  DestinationsFailed: { name: "DestinationsFailed", cause: "CallNotAnswered" },
  TimeToAnswer: { name: "TimeToAnswer", milliseconds: 4_200 },
};

const written = captureOutput();

test("what is counted is what the dashboards chart, by the same dimensions", () => {
  const { measure } = lambdaTelemetry<Metric>("sma-handler");
  for (const metric of Object.values(everyMetric)) measure(metric);
  expect(written().map(shapeOf)).toEqual(chartedMetrics("sma-handler"));
});
