import { systemClock } from "@skill-call/lambda-config";
import { lambdaTelemetry } from "@skill-call/telemetry";
import { readConfig } from "./config/config.ts";
import { createHandler } from "./handler.ts";

const webhook = readConfig(process.env);
const { log, tracing } = lambdaTelemetry<never>("call-events");

export const handler = tracing.handler(
  createHandler(webhook, { fetch: globalThis.fetch, clock: systemClock, log }),
);
