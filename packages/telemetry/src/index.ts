export { errorFacts, faultFacts, nameOf } from "./log/error-facts.ts";
export { jsonLog } from "./log/json-log.ts";
export { lambdaLog } from "./log/lambda-log.ts";
export type { Log, LogFields, LogLevel } from "./log/log.ts";
export { embeddedMetrics } from "./metrics/embedded-metrics.ts";
export type { Measure } from "./metrics/metric.ts";
export { lambdaTelemetry, logOnly, type Telemetry } from "./telemetry.ts";
export { traceparentOfInvocation, xRayTraceId } from "./tracing/traceparent.ts";
export { type Annotate, type Annotations, type Tracing, untraced } from "./tracing/tracing.ts";
