import {
  type CallContext,
  type CallContextStore,
  createInMemoryCallContextStore,
  encodeContextId,
} from "@skill-call/call-context";
import { ManualClock } from "@skill-call/lambda-config/testing";
import { type Annotations, jsonLog } from "@skill-call/telemetry";
import type { Config } from "../../src/config/config.ts";
import { createHandler } from "../../src/handler.ts";
import type { Metric } from "../../src/metrics/metric.ts";
import type { PickNumberRequest, Ports } from "../../src/ports.ts";
import { FakeMeetings } from "./fake-meetings.ts";
import { type LineOptions, PhoneLine, skillCallHeaders } from "./phone-line.ts";
import { sampleConfig } from "./sample-config.ts";
import { sampleContext } from "./sample-context.ts";

/** When a phone line's calls come; epoch milliseconds. */
const startOfCallsMs = 1_666_234_046_768;

/** A request to the store, such as `claim` or `advance connected`. */
type StoreUse = string;

/** A handler with every port in memory, and all that went through them. */
export class Desk {
  readonly clock = new ManualClock(startOfCallsMs);
  readonly meetings = new FakeMeetings();
  readonly storeUses: StoreUse[] = [];
  readonly picks: PickNumberRequest[] = [];
  readonly logLines: string[] = [];
  readonly metrics: Metric[] = [];
  readonly annotations: Annotations[] = [];
  /** Epoch milliseconds of the store's clock. */
  storeTime = Date.UTC(2027, 0, 15, 12);
  readonly #store = createInMemoryCallContextStore({ clock: () => this.storeTime });
  readonly #config: Config;
  /** A test replaces one to make it fail. */
  readonly ports: { -readonly [Port in keyof Ports]: Ports[Port] };

  constructor(config: Config = sampleConfig()) {
    this.#config = config;
    this.ports = {
      store: this.#watchedStore(),
      meetings: this.meetings,
      pickNumber: async (request) => {
        this.picks.push(request);
        return "+12045550130";
      },
      clock: this.clock,
      log: jsonLog((line) => this.logLines.push(line)),
      measure: (metric) => this.metrics.push(metric),
      annotate: (facts) => this.annotations.push(facts),
    };
  }

  #watchedStore(): Ports["store"] {
    const watch = (use: StoreUse) => this.storeUses.push(use);
    const store: CallContextStore = this.#store;
    return {
      claim: (...args) => {
        watch("claim");
        return store.claim(...args);
      },
      get: (...args) => {
        watch("get");
        return store.get(...args);
      },
      advance: (contextId, to, request) => {
        watch(`advance ${to}`);
        return store.advance(contextId, to, request);
      },
    };
  }

  /** Stores a context as the skill does; answers its ID. */
  async stored(change: Partial<CallContext> = {}, contextId?: string): Promise<string> {
    const request = contextId === undefined ? {} : { contextId };
    return (await this.#store.create({ ...sampleContext, ...change }, request)).contextId;
  }

  async statusOf(contextId: string): Promise<string> {
    return (await this.#store.get(contextId)).status;
  }

  /** A line to the handler. */
  line(options: LineOptions = {}): PhoneLine {
    const handler = createHandler(this.#config, this.ports);
    return new PhoneLine(handler, {
      settle: (promise) => this.clock.runUntil(promise),
      ...options,
    });
  }

  /** The line of a skill call with this context. */
  skillCall(contextId: string, options: LineOptions = {}): PhoneLine {
    return this.line({ headers: skillCallHeaders(encodeContextId(contextId)), ...options });
  }

  /** The log lines with this message. */
  logged(message: string): Record<string, unknown>[] {
    const lines = this.logLines.map((line) => JSON.parse(line) as Record<string, unknown>);
    return lines.filter((line) => line.message === message);
  }
}
