import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { createCallContextStore, newContextId } from "@skill-call/call-context";
import { contextSchemaOf } from "@skill-call/call-form";
import { readCallFormFile } from "@skill-call/call-form/files";
import { lambdaTelemetry } from "@skill-call/telemetry";
import { createFetchMobileNumber } from "./alexa/mobile-number.ts";
import { createCallStarter } from "./calls/create-call-starter.ts";
import { readConfig } from "./config/config.ts";
import { loadPhoneNumbers } from "./conversation/load-phone-numbers.ts";
import { sendHttp } from "./http/send-http.ts";
import type { Metric } from "./metrics/metric.ts";
import { createSkill } from "./skill.ts";

const config = readConfig(process.env);
const form = readCallFormFile(config.callFormFile ?? join(__dirname, "call-form.json"));
const schema = contextSchemaOf(form);
const { log, measure, tracing } = lambdaTelemetry<Metric>("skill");
const client = tracing.client(new DynamoDBClient());
const send = tracing.request("alexa", sendHttp);

/** The Lambda's entry: Alexa's request in, the skill's answer out. */
export const handler = tracing.handler(
  createSkill({
    skillId: config.skillId,
    form,
    now: () => new Date(),
    loadPhoneNumbers,
    newContextId,
    store: createCallContextStore({
      client,
      tableName: config.tableName,
      schema,
      ttlSeconds: config.contextTtlSeconds,
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
