import { join } from "node:path";
import { newContextId } from "@skill-call/call-context";
import { contextSchemaOf } from "@skill-call/call-form";
import { readCallFormFile } from "@skill-call/call-form/files";
import { systemClock } from "@skill-call/lambda-config";
import { leanStore } from "@skill-call/lean-dynamodb";
import { lambdaTelemetry, traceparentOfInvocation } from "@skill-call/telemetry";
import { createFetchGivenName, createFetchMobileNumber } from "./alexa/mobile-number.ts";
import { createCallStarter } from "./calls/create-call-starter.ts";
import { readConfig } from "./config/config.ts";
import { loadPhoneNumbers } from "./conversation/load-phone-numbers.ts";
import { sendHttp } from "./http/send-http.ts";
import type { Metric } from "./metrics/metric.ts";
import { builtTellingIndex } from "./safety/built-telling-index.ts";
import { createEars } from "./safety/ears.ts";
import { createSkill } from "./skill.ts";

const config = readConfig(process.env);
const form = readCallFormFile(config.callFormFile ?? join(__dirname, "call-form.json"));
const { log, measure, tracing } = lambdaTelemetry<Metric>("skill");
const store = leanStore({
  environment: process.env,
  tableName: config.tableName,
  schema: contextSchemaOf(form),
  ttlSeconds: config.contextTtlSeconds,
  contextKey: config.contextKey,
  request: tracing.request,
});
const send = tracing.request("alexa", sendHttp);

/** The Lambda's entry: Alexa's request in, the skill's answer out. */
export const handler = tracing.handler(
  createSkill({
    skillId: config.skillId,
    form,
    now: () => new Date(),
    loadPhoneNumbers,
    newContextId,
    ears: createEars(builtTellingIndex),
    store,
    starter: createCallStarter(config.starter, { send, tracing }),
    fetchCallerNumber: createFetchMobileNumber(send),
    fetchGivenName: createFetchGivenName(send),
    // Not traced: it is sent by how long a call takes, not by what it does.
    send: sendHttp,
    after: systemClock.after,
    within: (milliseconds) => AbortSignal.timeout(milliseconds),
    clock: Date.now,
    log,
    measure,
    annotate: tracing.annotate,
    traceparent: traceparentOfInvocation,
  }),
);
