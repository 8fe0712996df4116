export { errorFacts, faultFacts, nameOf } from "./log/error-facts.ts";
export { jsonLog } from "./log/json-log.ts";
export type { Log, LogFields, LogLevel } from "./log/log.ts";
export type { Measure } from "./metrics/metric.ts";
export { lambdaTelemetry, logOnly, type Telemetry } from "./telemetry.ts";
export { type Annotate, type Annotations, type Tracing, untraced } from "./tracing/tracing.ts";
