import { createItemStore } from "@skill-call/call-context";
import { createHandler, type HandlerPorts } from "@skill-call/call-events/parts";
import { jsonLog } from "@skill-call/telemetry";
import type { ContactCentre } from "./contact-centre.ts";
import { type Doubles, same } from "./doubles.ts";
import { itemsOverNetwork } from "./items-over-network.ts";
import { tableName } from "./routes.ts";
import type { Sandbox } from "./sandbox.ts";
import type { Code } from "./simulated-lambda.ts";
import type { Services } from "./sma-handler-code.ts";
import { type WebhookReceiver, webhookSecrets, webhookUrl } from "./webhook-receiver.ts";

export interface EventsWorld extends Services {
  readonly receiver: WebhookReceiver;
  /** Opened later: it is what sends the contact events. */
  readonly contactCentre: () => Pick<ContactCentre, "describe">;
}

const config = {
  webhook: { url: webhookUrl, secrets: [webhookSecrets.current, webhookSecrets.former] },
};

/** The call events Lambda's own code, as a sandbox starts it. */
export function callEventsCode(
  world: EventsWorld,
  { events = same, eventsHandler: wrapped = same }: Doubles,
): (sandbox: Sandbox) => Code {
  return (sandbox) => {
    const handler = createHandler(config, events(portsOf(sandbox, world)));
    return wrapped((event) => handler(event));
  };
}

function portsOf(sandbox: Sandbox, world: EventsWorld): HandlerPorts {
  const log = jsonLog((text) => void sandbox.call.told.push(text));
  return {
    fetch: webhookOver(sandbox, world),
    clock: sandbox.clock,
    log,
    readSecret: async () => "",
    contacts: {
      store: createItemStore({
        items: itemsOverNetwork({ sandbox, ...world, killed: "events-killed", isBesides: true }),
        tableName,
        clock: sandbox.clock.now,
        after: sandbox.clock.after,
      }),
      describeContact: ({ contactId }) =>
        world.network.request({
          sandbox,
          service: "connect",
          signal: new AbortController().signal,
          perform: () => world.contactCentre().describe(contactId),
          faults: {
            killed: "events-killed",
            slow: "describe-slow",
            refused: { "describe-refused": () => new Error("TooManyRequestsException") },
          },
        }),
      log,
    },
  };
}

/** The way to the webhook's receiver. */
function webhookOver(sandbox: Sandbox, { network, receiver }: EventsWorld): typeof fetch {
  return async (_url, { headers = {}, body = null, signal } = {}) => {
    const { chance } = sandbox.call;
    const status = chance.befalls("webhook-refused")
      ? chance.pick("webhook status", [301, 400, 404, 410, 429, 500, 503])
      : chance.pick("webhook taken", [200, 202, 204]);
    return network.request({
      sandbox,
      service: "webhook",
      signal: signal ?? new AbortController().signal,
      perform: () => {
        receiver.take({ headers, body }, status);
        return { status } as Response;
      },
      faults: {
        killed: "events-killed",
        lost: "webhook-lost",
        slow: "webhook-slow",
        answerLost: ["webhook-answer-lost", () => new TypeError("fetch failed")],
      },
    });
  };
}
