import { lambdaTelemetry } from "@skill-call/telemetry";
import { createApp } from "./app.ts";
import { readConfig } from "./config/config.ts";
import { createPorts } from "./create-ports.ts";
import { createHandler } from "./http/lambda-handler.ts";
import { lambdaPace } from "./live/snapshots.ts";
import type { Metric } from "./metrics/metric.ts";

const config = readConfig(process.env);
const telemetry = lambdaTelemetry<Metric>("context-api");

export const handler = telemetry.tracing.handler(
  createHandler(createApp(config, createPorts(config, { pace: lambdaPace, telemetry }))),
);
