import { createInMemoryCallContextStore } from "@skill-call/call-context";
import { ManualClock } from "@skill-call/lambda-config/testing";
import { type Annotations, jsonLog } from "@skill-call/telemetry";
import type { Authenticate } from "../../src/access/authenticate.ts";
import { RateLimiter } from "../../src/access/rate-limiter.ts";
import type { Scope } from "../../src/access/scopes.ts";
import type { FieldLabels } from "../../src/agent-page/field-labels.ts";
import { type App, createApp } from "../../src/app.ts";
import { UnauthorizedError } from "../../src/errors.ts";
import { OpenStreams, type StreamLimits, usualStreamLimits } from "../../src/live/open-streams.ts";
import type { Pace } from "../../src/live/snapshots.ts";
import type { Metric } from "../../src/metrics/metric.ts";
import openApi from "../../src/openapi/openapi.document.ts";
import type { Ports } from "../../src/ports.ts";

const page = { html: "<p>The page</p>", contentSecurityPolicy: "default-src 'none'" };

export interface DeskOptions {
  readonly corsAllowedOrigins?: readonly string[];
  readonly pace?: Pace;
  readonly burst?: number;
  readonly streams?: StreamLimits;
  readonly labels?: FieldLabels;
  readonly frameAncestors?: readonly string[];
  readonly store?: Partial<Ports["store"]>;
  /** Epoch milliseconds. */
  readonly provedUntil?: number;
}

/** The app over a store in memory. Its tokens are what they grant: `Bearer call-context:read call-context:write`. */
export class Desk {
  readonly clock = new ManualClock(Date.UTC(2026, 10, 23, 9));
  readonly store = createInMemoryCallContextStore({ clock: () => this.clock.now() });
  readonly app: App;
  readonly metrics: Metric[] = [];
  readonly annotations: Annotations[] = [];
  log = "";

  constructor({ corsAllowedOrigins = [], pace, burst = 10_000, ...options }: DeskOptions = {}) {
    this.app = createApp(
      { corsAllowedOrigins },
      {
        store: { ...methodsOf(this.store), ...options.store },
        authenticate: authenticateUntil(options.provedUntil),
        limiter: new RateLimiter({ burst, perSecond: 1 }, this.clock),
        streams: new OpenStreams(options.streams ?? usualStreamLimits),
        clock: this.clock,
        log: jsonLog((line) => {
          this.log += line;
        }),
        measure: (metric) => this.metrics.push(metric),
        annotate: (facts) => this.annotations.push(facts),
        page,
        workspacePage: async () => page,
        signedInPage: page,
        element: "",
        agent: { labels: options.labels ?? {}, frameAncestors: options.frameAncestors ?? [] },
        signIn: async () => undefined,
        openApi,
        asyncApi: "{}",
        pace: pace ?? { everyMs: 0, forMs: 0 },
      },
    );
  }

  /** Asks with this token; a body is sent as JSON. */
  async ask(path: string, { token, body, ...init }: AskOptions = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
    if (body !== undefined && !headers.has("content-type")) {
      headers.set("content-type", "application/json");
    }
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const method = body === undefined ? "GET" : "POST";
    return this.app.request(path, {
      method,
      ...init,
      headers,
      ...(body !== undefined && { body: text }),
    });
  }

  get auditLines(): Record<string, unknown>[] {
    const lines = this.log.split("\n").filter((line) => line !== "");
    return lines.map((line) => JSON.parse(line)).filter(({ message }) => message === "audit");
  }
}

interface AskOptions {
  readonly token?: string;
  readonly body?: unknown;
  readonly method?: string;
  readonly headers?: Record<string, string>;
}

function authenticateUntil(provedUntil: number | undefined): Authenticate {
  const subject = "issuer agent-7";
  return async ({ authorization }) => {
    const granted = authorization?.replace("Bearer ", "").split(" ");
    if (granted === undefined) throw new UnauthorizedError("missing");
    const scopes = new Set(granted as Scope[]);
    return {
      subject,
      countedAs: subject,
      scopes,
      ...(provedUntil !== undefined && { provedUntil }),
    };
  };
}

function methodsOf(store: Ports["store"]): Ports["store"] {
  return {
    get: store.get.bind(store),
    advance: store.advance.bind(store),
    history: (...request) => store.history(...request),
    addNote: store.addNote.bind(store),
  };
}
