import { systemClock as clock } from "@skill-call/lambda-config";
import { leanStore } from "@skill-call/lean-dynamodb";
import type { Telemetry } from "@skill-call/telemetry";
import { createAuthenticate } from "./access/authenticate.ts";
import { fetchJson } from "./access/fetch-json.ts";
import { RateLimiter } from "./access/rate-limiter.ts";
import { createSignIn } from "./access/sign-in.ts";
import page from "./agent-page/browser/agent.page.html";
import element from "./agent-page/browser/define-call-context.ts?text";
import signedInPage from "./agent-page/browser/signed-in.page.html";
import { readFieldLabels } from "./agent-page/field-labels.ts";
import type { Config } from "./config/config.ts";
import { OpenStreams, usualStreamLimits } from "./live/open-streams.ts";
import type { Pace } from "./live/snapshots.ts";
import type { Metric } from "./metrics/metric.ts";
import asyncApi from "./openapi/asyncapi.document.ts";
import openApi from "./openapi/openapi.document.ts";
import type { Ports } from "./ports.ts";

export interface PortsOptions {
  readonly pace: Pace;
  readonly telemetry: Telemetry<Metric>;
}

/** The real ports: DynamoDB, the issuer's keys, the system's clock. */
export function createPorts(config: Config, { pace, telemetry }: PortsOptions): Ports {
  const { log, measure, tracing } = telemetry;
  const { login, labelsFile, ...settings } = config.agent;
  return {
    store: leanStore({
      environment: process.env,
      tableName: config.callContextTable,
      request: tracing.request,
    }),
    authenticate: createAuthenticate(config, { clock, fetchJson, log }),
    limiter: new RateLimiter(config.rate, clock),
    streams: new OpenStreams(usualStreamLimits),
    clock,
    log,
    measure,
    annotate: tracing.annotate,
    page,
    workspacePage: async () => (await import("./agent-page/workspace-page.ts")).workspacePage,
    signedInPage,
    element,
    agent: { ...settings, labels: readFieldLabels(labelsFile) },
    signIn: createSignIn(config.jwt, login, { clock, fetchJson, log }),
    openApi,
    asyncApi,
    pace,
  };
}
