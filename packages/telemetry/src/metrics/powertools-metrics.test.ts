import { expect, test } from "@jest/globals";
import { captureOutput } from "../testing/capture-output.ts";
import { powertoolsMetrics } from "./powertools-metrics.ts";

type Metric =
  | { readonly name: "CallsStarted" }
  | { readonly name: "CallStartFailed"; readonly cause: string }
  | { readonly name: "TimeToAnswer"; readonly milliseconds: number };

const written = captureOutput();

test("a metric is one line of CloudWatch's embedded metric format, and has nothing of the one before it", () => {
  const measure = powertoolsMetrics<Metric>("skill");
  measure({ name: "CallStartFailed", cause: "session.throttled" });
  measure({ name: "CallsStarted" });
  expect(written()).toEqual([
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

test("a time is in milliseconds", () => {
  powertoolsMetrics<Metric>("sma-handler")({ name: "TimeToAnswer", milliseconds: 4_200 });
  expect(written()).toMatchObject([
    {
      _aws: {
        CloudWatchMetrics: [
          {
            Dimensions: [["service"]],
            Metrics: [{ Name: "TimeToAnswer", Unit: "Milliseconds" }],
          },
        ],
      },
      TimeToAnswer: 4_200,
    },
  ]);
});
