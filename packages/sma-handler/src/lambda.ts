import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCallContextStore } from "@skill-call/call-context";
import { lazyMeetings } from "./adapters/lazy-meetings.ts";
import { pickNumberOverHttp } from "./adapters/pick-number-over-http.ts";
import { readConfig } from "./config/config.ts";
import { createHandler } from "./handler.ts";
import { powertoolsLog } from "./log/powertools-log.ts";
import { powertoolsMetrics } from "./metrics/powertools-metrics.ts";
import { systemClock } from "./time/clock.ts";

const config = readConfig(process.env);

export const handler = createHandler(config, {
  store: createCallContextStore({
    client: new DynamoDBClient({}),
    tableName: config.callContextTable,
  }),
  meetings: lazyMeetings(async () =>
    (await import("./adapters/chime-meetings.ts")).chimeMeetings(),
  ),
  pickNumber: pickNumberOverHttp,
  clock: systemClock,
  log: powertoolsLog("sma-handler"),
  measure: powertoolsMetrics(),
});
