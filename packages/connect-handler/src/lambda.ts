import { systemClock } from "@skill-call/lambda-config";
import { leanStore } from "@skill-call/lean-dynamodb";
import { keepUpToDate } from "@skill-call/live-routes";
import { lambdaTelemetry } from "@skill-call/telemetry";
import { readConfig } from "./config/config.ts";
import { routingService } from "./config/routing-service.ts";
import { createHandler } from "./handler.ts";
import type { Metric } from "./metrics/metric.ts";

// The build is CommonJS.
const config = readConfig(process.env, __dirname);
const { log, measure, tracing } = lambdaTelemetry<Metric>("connect-handler");

const routes = keepUpToDate(config.routes, {
  source: config.routesSource,
  service: routingService(config.fallbackQueueArn),
  environment: process.env,
  ports: { clock: systemClock, log, measure },
});

const store = leanStore({
  environment: process.env,
  tableName: config.callContextTable,
  request: tracing.request,
});

export const handler = tracing.handler(
  createHandler(
    { ...config, routes },
    {
      store,
      clock: systemClock,
      log,
      measure,
      annotate: tracing.annotate,
    },
  ),
);
