import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCallContextStore } from "@skill-call/call-context";
import { systemClock } from "@skill-call/lambda-config";
import { lambdaTelemetry } from "@skill-call/telemetry";
import { readConfig } from "./config/config.ts";
import { createHandler } from "./handler.ts";
import type { Metric } from "./metrics/metric.ts";

// The build is CommonJS.
const config = readConfig(process.env, __dirname);
const { log, measure, tracing } = lambdaTelemetry<Metric>("connect-handler");

export const handler = tracing.handler(
  createHandler(config, {
    store: createCallContextStore({
      client: tracing.client(new DynamoDBClient({})),
      tableName: config.callContextTable,
    }),
    clock: systemClock,
    log,
    measure,
    annotate: tracing.annotate,
  }),
);
