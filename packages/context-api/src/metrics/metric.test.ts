import { expect, test } from "@jest/globals";
import { lambdaTelemetry } from "@skill-call/telemetry";
import { captureOutput, chartedMetrics, shapeOf } from "@skill-call/telemetry/testing";
import type { Metric } from "./metric.ts";

const everyMetric: { readonly [Name in Metric["name"]]: Extract<Metric, { name: Name }> } = {
  ContextsRead: { name: "ContextsRead" },
  ContextsNotFound: { name: "ContextsNotFound" },
  RequestsDenied: { name: "RequestsDenied", cause: "context-api.forbidden" },
};

const written = captureOutput();

test("what is counted is what the dashboards chart, by the same dimensions", () => {
  const { measure } = lambdaTelemetry<Metric>("context-api");
  for (const metric of Object.values(everyMetric)) measure(metric);
  expect(written().map(shapeOf)).toEqual(chartedMetrics("context-api"));
});
