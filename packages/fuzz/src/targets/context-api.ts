import {
  createApp,
  createHandler,
  EventFormatError,
  OpenStreams,
  UnauthorizedError,
  usualStreamLimits,
} from "@skill-call/context-api/parts";
import { jsonLog } from "@skill-call/telemetry";
import { clock, contextId, freshStores, storedContext } from "./fakes.ts";
import { ensureNothingPersonal, personalData, watchedLog } from "./personal-data.ts";
import { ensure, type Target } from "./target.ts";

const page = { html: "<p>The page</p>", contentSecurityPolicy: "default-src 'none'" };
const stores = freshStores();
const log = watchedLog();
const app = createApp(
  { corsAllowedOrigins: ["https://crm.example.com"] },
  {
    store: stores.store,
    authenticate: async ({ authorization, iamArn }) => {
      if (authorization === undefined && iamArn === undefined)
        throw new UnauthorizedError("missing");
      const scopes = new Set(["call-context:read", "call-context:write"] as const);
      return { subject: "agent-7", countedAs: "agent-7", scopes };
    },
    limiter: { take: () => ({ quota: 1, windowSeconds: 1, remaining: 1, resetSeconds: 1 }) },
    streams: new OpenStreams(usualStreamLimits),
    clock,
    log: jsonLog(log.write),
    measure: (metric) => log.write(JSON.stringify(metric)),
    annotate: (facts) => log.write(JSON.stringify(facts)),
    page,
    workspacePage: async () => page,
    signedInPage: page,
    element: "",
    agent: { labels: {}, frameAncestors: [] },
    signIn: async () => undefined,
    openApi: "{}",
    asyncApi: "{}",
    pace: { everyMs: 0, forMs: 0 },
  },
);
const handler = createHandler(app);

interface Ask {
  readonly method?: string;
  readonly path: string;
  readonly body?: object;
  readonly headers?: object;
}

/** Payload format 2.0, of API Gateway's HTTP APIs and of function URLs. */
function httpEvent({ method = "GET", path, body, headers }: Ask): string {
  return JSON.stringify({
    version: "2.0",
    routeKey: "$default",
    rawPath: path,
    rawQueryString: "a=1",
    headers: {
      host: "x.example.com",
      authorization: "Bearer t",
      ...(body && { "content-type": "application/json" }),
      ...headers,
    },
    requestContext: {
      requestId: "JKJaXmPLvHcESHA=",
      http: { method, path, sourceIp: "192.0.2.1" },
      authorizer: { iam: { userArn: "arn:aws:sts::123456789012:assumed-role/crm/session" } },
    },
    ...(body && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  });
}

const context = `/v1/contexts/${contextId}`;

export const contextApi: Target = {
  is: "events of HTTP APIs, function URLs, REST APIs and load balancers, by the whole context API",
  form: "json",
  samples: [
    httpEvent({ path: context, headers: { accept: "application/vcon+json" } }),
    httpEvent({ path: `${context}/timeline` }),
    httpEvent({ path: `${context}/events`, headers: { "last-event-id": "x" } }),
    httpEvent({
      method: "POST",
      path: `${context}/notes`,
      body: { text: personalData.words },
      headers: { "idempotency-key": '"k"', "x-request-id": "r-1" },
    }),
    httpEvent({ method: "POST", path: `${context}/status`, body: { status: "connected" } }),
    httpEvent({
      method: "POST",
      path: "/v1/contexts:lookup",
      body: { userToUser: `csi=${contextId}` },
    }),
    httpEvent({ method: "OPTIONS", path: context, headers: { origin: "https://crm.example.com" } }),
    httpEvent({ path: "/agent" }),
    httpEvent({ path: "/problems/context-api.not-found" }),
    httpEvent({ method: "HEAD", path: "/openapi.json" }),
    // Payload format 1.0 of a REST API, and of a load balancer: refused.
    JSON.stringify({
      resource: "/{proxy+}",
      path: context,
      httpMethod: "GET",
      headers: { Authorization: "Bearer t" },
      multiValueHeaders: {},
      queryStringParameters: null,
      requestContext: { elb: { targetGroupArn: "arn" }, identity: { sourceIp: "192.0.2.1" } },
      body: null,
      isBase64Encoded: false,
    }),
  ],
  words: [
    ...[
      "GET",
      "get",
      "POST",
      "PUT",
      "HEAD",
      "CONNECT",
      "TRACE",
      "TRACK",
      "OPTIONS",
      "PROPFIND",
      "G T",
    ],
    ...[
      context,
      "/v1/contexts:lookup",
      "/v1/contexts%3Alookup",
      "/notes",
      "//",
      "/./",
      "/../",
      "%2e%2e",
      "%zz",
    ],
    ...["content-type", "application/json", "accept", "text/event-stream", "origin", "traceparent"],
    ...[
      "x-request-id",
      "idempotency-key",
      "authorization",
      "connected",
      "ended",
      "failed",
      "rawPath",
    ],
    ...["__Host-x", "a b", "ä", "\n", ":", "transfer-encoding", "content-length", "host", "cookie"],
  ],
  async feed(input) {
    await stores.renew(storedContext);
    try {
      const answer = await handler(JSON.parse(input));
      ensure(Number.isInteger(answer.statusCode), "a status is a number");
      ensure(answer.statusCode < 500, "nothing breaks");
      ensure(Object.values(answer.headers).every(isHeaderValue), "a header stays on its line");
      if (answer.statusCode >= 400) ensureNothingPersonal(answer.body, "the problem");
    } catch (error) {
      if (!(error instanceof EventFormatError)) throw error;
      ensureNothingPersonal(error.message, "the refusal");
    } finally {
      log.ensureNothingPersonal();
    }
  },
};

function isHeaderValue(value: string): boolean {
  return /^[\t\x20-\x7e]*$/.test(value);
}
