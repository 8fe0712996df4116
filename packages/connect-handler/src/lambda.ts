import { createDataKeys } from "@skill-call/aws-request";
import { createItemStore, dataKeyContext } from "@skill-call/call-context";
import { systemClock } from "@skill-call/lambda-config";
import { leanItemClient, watchedItems } from "@skill-call/lean-dynamodb";
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

const tableName = config.callContextTable;
const items = watchedItems(leanItemClient({ environment: process.env }), {
  tableName,
  request: tracing.request,
});

const dataKeys = createDataKeys({
  environment: process.env,
  now: systemClock.now,
  encryptionContext: dataKeyContext,
  request: tracing.request,
});

export const handler = tracing.handler(
  createHandler(
    { ...config, routes },
    {
      store: createItemStore({ items, tableName, dataKeys }),
      clock: systemClock,
      log,
      measure,
      annotate: tracing.annotate,
    },
  ),
);
