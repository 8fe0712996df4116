import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCallContextStore, newContextId } from "@skill-call/call-context";
import { createFetchMobileNumber } from "./alexa/mobile-number.ts";
import { createCallStarter } from "./calls/create-call-starter.ts";
import { onlyContextId } from "./calls/only-context-id.ts";
import { readConfig } from "./config/config.ts";
import { sendHttp } from "./http/send-http.ts";
import { powertoolsLog } from "./log/powertools-log.ts";
import { powertoolsMetrics } from "./metrics/powertools-metrics.ts";
import { createSkill } from "./skill.ts";
import { skillCallContextSchema } from "./skill-call-context.ts";

const config = readConfig(process.env);
const client = new DynamoDBClient();

/** The Lambda's entry: Alexa's request in, the skill's answer out. */
export const handler = createSkill({
  skillId: config.skillId,
  accountIdRules: config.accountIdRules,
  newContextId,
  storeFor: (contextId) =>
    createCallContextStore({
      client,
      tableName: config.tableName,
      schema: skillCallContextSchema,
      ttlSeconds: config.contextTtlSeconds,
      newId: onlyContextId(contextId),
    }),
  starter: createCallStarter(config.starter, sendHttp),
  fetchCallerNumber: createFetchMobileNumber(sendHttp),
  within: (milliseconds) => AbortSignal.timeout(milliseconds),
  log: powertoolsLog("skill"),
  measure: powertoolsMetrics(),
});
