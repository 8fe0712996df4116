import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCallContextStore, newContextId } from "@skill-call/call-context";
import { lambdaTelemetry } from "@skill-call/telemetry";
import { createFetchMobileNumber } from "./alexa/mobile-number.ts";
import { createCallStarter } from "./calls/create-call-starter.ts";
import { onlyContextId } from "./calls/only-context-id.ts";
import { readConfig } from "./config/config.ts";
import { sendHttp } from "./http/send-http.ts";
import type { Metric } from "./metrics/metric.ts";
import { createSkill } from "./skill.ts";
import { skillCallContextSchema } from "./skill-call-context.ts";

const config = readConfig(process.env);
const { log, measure, tracing } = lambdaTelemetry<Metric>("skill");
const client = tracing.client(new DynamoDBClient());
const send = tracing.request("alexa", sendHttp);

/** The Lambda's entry: Alexa's request in, the skill's answer out. */
export const handler = tracing.handler(
  createSkill({
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
    starter: createCallStarter(config.starter, { send, tracing }),
    fetchCallerNumber: createFetchMobileNumber(send),
    within: (milliseconds) => AbortSignal.timeout(milliseconds),
    clock: Date.now,
    log,
    measure,
    annotate: tracing.annotate,
  }),
);
