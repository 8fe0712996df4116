// A contact of a sample deployment, and a handler with every port in memory.
import { join } from "node:path";
import {
  type CallContext,
  type CallContextStore,
  createInMemoryCallContextStore,
} from "@skill-call/call-context";
import { ManualClock } from "@skill-call/lambda-config/testing";
import { jsonLog } from "@skill-call/telemetry";
import type { Answer } from "../../src/answer.ts";
import { readConfig } from "../../src/config/config.ts";
import { createHandler } from "../../src/handler.ts";
import type { Metric } from "../../src/metrics/metric.ts";

const instance =
  "arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555";
const queueArn = (digit: string) =>
  `${instance}/queue/${digit.repeat(8)}-2222-4333-8444-555555555555`;
export const fallbackQueue = queueArn("f");
export const billingQueue = queueArn("b");

export const sampleContext: CallContext = {
  callerName: "Joséphine Tremblay",
  accountId: "ACC-7781-Q",
  accountIdVerified: false,
  reason: { id: "billing", text: "my January invoice" },
  callerNumber: "+12045551111",
  locale: "en-US",
  skillId: "amzn1.ask.skill.4a0f",
  callStarter: "callback",
};

export const environment = {
  CALL_CONTEXT_TABLE: "skill-call-contexts",
  CONNECT_FALLBACK_QUEUE_ARN: fallbackQueue,
  CALL_FORM_FILE: join(__dirname, "../../../../call-form.json"),
  ROUTES: JSON.stringify({
    rules: [
      {
        when: { reason: "billing" },
        to: [
          { type: "pstn", number: "+12045550101" },
          { type: "queue", arn: billingQueue },
        ],
      },
      { when: { reason: "sales" }, to: [{ type: "queue", arn: fallbackQueue }] },
    ],
    otherwise: [{ type: "pstn", number: "+12045550199" }],
  }),
};

interface AskOptions {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly contact?: Readonly<Record<string, unknown>>;
  readonly remainingMs?: number;
}

/** A handler with every port in memory, and all that went through them. */
export class Desk {
  readonly clock = new ManualClock();
  readonly storeUses: string[] = [];
  readonly metrics: Metric[] = [];
  readonly logLines: string[] = [];
  /** Makes the store's requests hang or fail. */
  obstruct: ((use: string) => Promise<void>) | undefined;
  readonly store = createInMemoryCallContextStore();
  readonly #handler: ReturnType<typeof createHandler>;

  /** @param changed variables with other values */
  constructor(changed: Readonly<Record<string, string>> = {}) {
    this.#handler = createHandler(readConfig({ ...environment, ...changed }), {
      store: this.#watched(),
      clock: this.clock,
      log: jsonLog((line) => this.logLines.push(line)),
      measure: (metric) => this.metrics.push(metric),
      annotate: () => {},
    });
  }

  async stored(change: Partial<CallContext> = {}): Promise<string> {
    return (await this.store.create({ ...sampleContext, ...change })).contextId;
  }

  /** What the flow is answered; `contextId` is undefined for who dialled in. */
  ask(contextId: string | undefined, options: AskOptions = {}): Promise<Answer> {
    const { parameters = { step: "route" }, contact = {}, remainingMs = 5_000 } = options;
    const event = contactEvent(contextId, { parameters, contact });
    return this.#handler(event, { getRemainingTimeInMillis: () => remainingMs });
  }

  askRaw(event: unknown): Promise<Answer> {
    return this.#handler(event);
  }

  async statusOf(contextId: string): Promise<string> {
    return (await this.store.get(contextId)).status;
  }

  #watched(): Pick<CallContextStore, "claim" | "advance"> {
    const noted = async (use: string) => {
      this.storeUses.push(use);
      await this.obstruct?.(use);
    };
    return {
      claim: async (...args) => {
        await noted("claim");
        return this.store.claim(...args);
      },
      advance: async (...args) => {
        await noted(`advance ${args[1]}`);
        return this.store.advance(...args);
      },
    };
  }
}

interface ContactOptions {
  readonly parameters: Readonly<Record<string, string>>;
  readonly contact?: Readonly<Record<string, unknown>>;
}

/** An event as Connect hands it to the function: of a callback, where there is a context ID. */
export function contactEvent(contextId: string | undefined, options: ContactOptions): unknown {
  const contactId = "7a1d0c52-7f61-4d0e-9d2a-0c3f1b2a4d5e";
  const ContactData = {
    Attributes: contextId === undefined ? {} : { contextId, reason: "billing" },
    Channel: "VOICE",
    ContactId: contactId,
    CustomerEndpoint: { Address: "+12045551111", Type: "TELEPHONE_NUMBER" },
    InitialContactId: contactId,
    InitiationMethod: contextId === undefined ? "INBOUND" : "API",
    InstanceARN: instance,
    LanguageCode: "en-US",
    Queue: null,
    SystemEndpoint: { Address: "+16075550111", Type: "TELEPHONE_NUMBER" },
    ...options.contact,
  };
  return { Name: "ContactFlowEvent", Details: { ContactData, Parameters: options.parameters } };
}
