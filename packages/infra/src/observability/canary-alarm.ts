import { metricsNamespace } from "@skill-call/telemetry/business-metrics";
import { Duration } from "aws-cdk-lib";
import { Metric } from "aws-cdk-lib/aws-cloudwatch";
import type { SmaDeployment } from "../deployment/deployment.ts";
import { canaryArrived, canaryService } from "../lambda/canary/arrived.ts";
import type { Alarms } from "./alarms.ts";

/** Rounds of canary calls that all came through: one a period, where all is well. */
export function canaryMetric(
  stage: string,
  { everyMinutes }: NonNullable<SmaDeployment["canary"]>,
): Metric {
  return new Metric({
    namespace: metricsNamespace,
    metricName: canaryArrived,
    dimensionsMap: { service: canaryService, stage },
    statistic: "Sum",
    period: Duration.minutes(everyMinutes),
    label: "Canary calls",
  });
}

/** One call may get lost on any telephone line; two in a row do not. */
export function canaryAlarm(alarms: Alarms, metric: Metric): void {
  alarms.whenMissing("CanaryCallsMissing", {
    metric,
    periods: 2,
    meaning: "Canary calls do not come through: neither may those of callers.",
  });
}
