import { awsClient, createSecretReader } from "@skill-call/aws-request";
import { systemClock } from "@skill-call/lambda-config";
import { leanStore } from "@skill-call/lean-dynamodb";
import { lambdaTelemetry } from "@skill-call/telemetry";
import { createPutEvent } from "./bus/put-event.ts";
import { readConfig } from "./config/config.ts";
import { createDescribeContact } from "./contacts/describe-contact.ts";
import { createHandler } from "./handler.ts";

const environment = process.env;
const config = readConfig(environment);
const { log, tracing } = lambdaTelemetry<never>("call-events");

function contactPorts(tableName: string) {
  const connect = awsClient({ service: { name: "connect", variable: "CONNECT" }, environment });
  const operation = { service: "Connect", operation: "DescribeContact" };
  return {
    store: leanStore({ environment, tableName }),
    describeContact: tracing.request(operation, createDescribeContact(connect)),
    log,
  };
}

function busPort(eventBus: string) {
  const events = awsClient({ service: { name: "events", variable: "EVENTBRIDGE" }, environment });
  const operation = { service: "EventBridge", operation: "PutEvents" };
  return tracing.request(operation, createPutEvent(events, eventBus));
}

export const handler = tracing.handler(
  createHandler(config, {
    fetch: globalThis.fetch,
    clock: systemClock,
    log,
    readSecret: createSecretReader({ environment, now: systemClock.now }),
    ...(config.eventBus !== undefined && { putEvent: busPort(config.eventBus) }),
    ...(config.callContextTable !== undefined && {
      contacts: contactPorts(config.callContextTable),
    }),
  }),
);
