import { expect, test } from "@jest/globals";
import { captureOutput } from "../testing/capture-output.ts";
import { embeddedMetrics } from "./embedded-metrics.ts";

type Metric =
  | { readonly name: "CallsStarted" }
  | { readonly name: "CallStartFailed"; readonly cause: string }
  | { readonly name: "TimeToAnswer"; readonly milliseconds: number };

const written = captureOutput();

test("a metric is one line of CloudWatch's embedded metric format, and has nothing of the one before it", () => {
  const measure = embeddedMetrics<Metric>({ service: "skill", stage: "prod" });
  measure({ name: "CallStartFailed", cause: "session.throttled" });
  measure({ name: "CallsStarted" });
  expect(written()).toEqual([
    {
      _aws: {
        Timestamp: expect.any(Number),
        CloudWatchMetrics: [
          {
            Namespace: "SkillCall",
            // Apart by its cause, and as a whole.
            Dimensions: [
              ["service", "stage", "cause"],
              ["service", "stage"],
            ],
            Metrics: [{ Name: "CallStartFailed", Unit: "Count" }],
          },
        ],
      },
      service: "skill",
      stage: "prod",
      cause: "session.throttled",
      CallStartFailed: 1,
    },
    { _aws: expect.anything(), service: "skill", stage: "prod", CallsStarted: 1 },
  ]);
});

test("a time is in milliseconds", () => {
  embeddedMetrics<Metric>({ service: "sma-handler", stage: "prod" })({
    name: "TimeToAnswer",
    milliseconds: 4_200,
  });
  expect(written()).toMatchObject([
    {
      _aws: {
        CloudWatchMetrics: [
          {
            Dimensions: [["service", "stage"]],
            Metrics: [{ Name: "TimeToAnswer", Unit: "Milliseconds" }],
          },
        ],
      },
      TimeToAnswer: 4_200,
    },
  ]);
});
