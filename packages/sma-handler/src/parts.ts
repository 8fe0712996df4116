// What lambda.ts puts together, for who runs the handler without AWS.
export { type Config, readConfig } from "./config/config.ts";
export { DestinationServiceError, MeetingsError } from "./errors.ts";
export { createHandler, type Handler } from "./handler.ts";
export type { Metric } from "./metrics/metric.ts";
export type { Meetings, PickNumber, Ports } from "./ports.ts";
