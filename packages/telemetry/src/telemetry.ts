import { jsonLog } from "./log/json-log.ts";
import { lambdaLog } from "./log/lambda-log.ts";
import type { Log } from "./log/log.ts";
import { embeddedMetrics } from "./metrics/embedded-metrics.ts";
import type { AnyMetric, Measure } from "./metrics/metric.ts";
import { type Tracing, untraced } from "./tracing/tracing.ts";
import { xRayTracing } from "./tracing/x-ray-tracing.ts";

/** All that a program tells of itself. */
export interface Telemetry<Metric extends AnyMetric> {
  readonly log: Log;
  readonly measure: Measure<Metric>;
  readonly tracing: Tracing;
}

/** A Lambda's: for CloudWatch and X-Ray. Its stacks say which stage it is (`STAGE`). */
export function lambdaTelemetry<Metric extends AnyMetric>(service: string): Telemetry<Metric> {
  const log = lambdaLog(service);
  const { STAGE: stage = "none" } = process.env;
  return {
    log,
    measure: embeddedMetrics({ service, stage }),
    tracing: xRayTracing({ service, log }),
  };
}

/** A program's that runs elsewhere: there is a log, and nobody who counts. */
export function logOnly(write: (line: string) => void): Telemetry<AnyMetric> {
  return { log: jsonLog(write), measure: () => {}, tracing: untraced };
}
