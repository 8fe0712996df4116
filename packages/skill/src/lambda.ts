import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCallContextStore, newContextId } from "@skill-call/call-context";
import { createFetchMobileNumber } from "./alexa/mobile-number.ts";
import { createCallStarter } from "./calls/create-call-starter.ts";
import { readConfig } from "./config/config.ts";
import { sendHttp } from "./http/send-http.ts";
import { jsonLog } from "./log.ts";
import { createSkill } from "./skill.ts";
import { skillCallContextSchema } from "./skill-call-context.ts";

const config = readConfig(process.env);

/** The Lambda's entry: Alexa's request in, the skill's answer out. */
export const handler = createSkill({
  ...config,
  store: createCallContextStore({
    client: new DynamoDBClient(),
    tableName: config.tableName,
    schema: skillCallContextSchema,
    ttlSeconds: config.contextTtlSeconds,
  }),
  starter: createCallStarter(config.starter, sendHttp),
  fetchCallerNumber: createFetchMobileNumber(sendHttp),
  newContextId,
  within: AbortSignal.timeout,
  log: jsonLog((line) => process.stdout.write(line)),
});
