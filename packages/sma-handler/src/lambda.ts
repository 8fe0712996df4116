import { systemClock } from "@skill-call/lambda-config";
import { leanStore } from "@skill-call/lean-dynamodb";
import { keepUpToDate } from "@skill-call/live-routes";
import { lambdaTelemetry } from "@skill-call/telemetry";
import { lazyMeetings } from "./adapters/lazy-meetings.ts";
import { pickNumberOverHttp } from "./adapters/pick-number-over-http.ts";
import { serviceAuth } from "./adapters/service-auth.ts";
import { readConfig, routingService } from "./config/config.ts";
import { createHandler } from "./handler.ts";
import type { Metric } from "./metrics/metric.ts";
import type { Meetings } from "./ports.ts";

// The build is CommonJS.
const config = readConfig(process.env, __dirname);
const { log, measure, tracing } = lambdaTelemetry<Metric>("sma-handler");

const routes = keepUpToDate(config.routes, {
  source: config.routesSource,
  service: routingService,
  environment: process.env,
  ports: { clock: systemClock, log, measure },
});

const store = leanStore({
  environment: process.env,
  tableName: config.callContextTable,
  request: tracing.request,
});

const authenticate = serviceAuth({ environment: process.env, now: systemClock.now });

async function loadMeetings(): Promise<Meetings> {
  const { chimeMeetings, meetingsClient } = await import("./adapters/chime-meetings.ts");
  return chimeMeetings(tracing.client(meetingsClient()));
}

export const handler = tracing.handler(
  createHandler(
    { ...config, routes },
    {
      store,
      meetings: lazyMeetings(loadMeetings),
      pickNumber: tracing.request("destination-service", pickNumberOverHttp(authenticate)),
      clock: systemClock,
      log,
      measure,
      annotate: tracing.annotate,
    },
  ),
);
