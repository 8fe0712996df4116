import { type LoopbackEnv, unanswered } from "@skill-call/emulation";
import { type Context, Hono } from "hono";
import { type AlertPorts, alertRoutes } from "./alerts.ts";
import type { ApiFault } from "./alexa-faults.ts";
import { type AlexaApi, type ApiAnswer, errorAnswer } from "./api-answer.ts";
import type { CommunicationSessions } from "./communication-sessions.ts";
import { type ApiRequest, type ApiSubjects, customerApis } from "./customer-apis.ts";
import type { ProgressiveResponses } from "./progressive-response.ts";
import { type SmartProperty, unitProfile } from "./unit-profile.ts";

/** One request as the API carried it out, for observers. */
export interface ApiExchange {
  readonly api: AlexaApi;
  readonly request: unknown;
  /** Absent where an injected fault left the request unheard. */
  readonly answer?: ApiAnswer;
  readonly fault?: ApiFault;
  readonly durationMs: number;
}

export interface AlexaApiPorts {
  readonly accessToken: string;
  readonly subjects: ApiSubjects;
  readonly alerts: AlertPorts;
  readonly communications: CommunicationSessions;
  readonly progressiveResponses: ProgressiveResponses;
  readonly smartProperty?: SmartProperty;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  /** The fault that shall befall this request, if any. */
  readonly takeFault: (api: AlexaApi) => ApiFault | undefined;
  readonly onExchange: (exchange: ApiExchange) => void;
}

type Carry = (body: unknown, request: ApiRequest) => ApiAnswer;

/** The APIs of `context.System.apiEndpoint`. */
export function alexaApi(ports: AlexaApiPorts): Hono<LoopbackEnv> {
  const { accessToken, subjects, communications, progressiveResponses, smartProperty } = ports;
  const app = new Hono<LoopbackEnv>();
  const on = (api: AlexaApi, carry: Carry, token = accessToken) =>
    handler(api, carry, token, ports);

  for (const { path, api, answer } of customerApis)
    app.get(
      path,
      on(api, (_, request) => answer(subjects, request)),
    );
  for (const { method, path, api, carry } of alertRoutes(ports.alerts))
    app.on(method, path, on(api, carry));
  app.post(
    "/v1/communications/session",
    on("communications-session", (body) => communications.start(body)),
  );
  app.get(
    "/v1/communications/profile",
    on(
      "communications-profile",
      (_, { query }) => unitProfile(query, smartProperty),
      smartProperty?.lwaAccessToken,
    ),
  );
  app.post(
    "/v1/directives",
    on("directives", (body) => progressiveResponses.speak(body)),
  );
  return app;
}

function handler(api: AlexaApi, carry: Carry, token: string, ports: AlexaApiPorts) {
  return async (c: Context<LoopbackEnv>): Promise<Response> => {
    const startedAt = ports.now();
    const fault = ports.takeFault(api);
    const body = await jsonBody(c);
    const tell = (answer?: ApiAnswer) =>
      ports.onExchange({
        api,
        request: body ?? c.req.query(),
        ...(answer && { answer }),
        ...(fault && { fault }),
        durationMs: ports.now() - startedAt,
      });

    if (fault?.kind === "delay") await ports.wait(fault.ms);
    if (fault?.kind === "hang" || fault?.kind === "connection-reset") {
      tell();
      return unanswered(c, fault.kind);
    }
    const answer =
      (fault && faultAnswer(api, fault)) ??
      authorized(c, api, token) ??
      carry(body, { params: c.req.param(), query: c.req.query() });
    tell(answer);
    return fault?.kind === "answer-lost" ? unanswered(c, "connection-reset") : response(answer);
  };
}

/** What a fault answers in place of the API; undefined where the API still does its work. */
function faultAnswer(api: AlexaApi, fault: ApiFault): ApiAnswer | undefined {
  switch (fault.kind) {
    case "error":
      return errorAnswer(api, fault.status, "This fault was injected.");
    case "no-content":
      return { status: 204 };
    case "answer":
      return { status: fault.status, text: fault.body };
    default:
      return undefined;
  }
}

/** The error for a request without the right token; undefined where it may go on. */
function authorized(c: Context, api: AlexaApi, token: string): ApiAnswer | undefined {
  return c.req.header("authorization") === `Bearer ${token}`
    ? undefined
    : errorAnswer(api, 401, "The access token is missing or not valid.");
}

function response({ status, body, text = JSON.stringify(body) }: ApiAnswer): Response {
  if (text === undefined) return new Response(null, { status });
  return new Response(text, { status, headers: { "content-type": "application/json" } });
}

/** The body of a request that says it is JSON, and is. */
async function jsonBody(c: Context): Promise<unknown> {
  const isJson = c.req.header("content-type")?.toLowerCase().startsWith("application/json");
  return isJson ? c.req.json().catch(() => undefined) : undefined;
}
