import { type Clock, sleep } from "@skill-call/lambda-config";
import type { Log } from "@skill-call/telemetry";
import { errorFacts } from "@skill-call/telemetry";
import type { WebhookConfig } from "../config/config.ts";
import type { LifeEvent } from "../life/life-event.ts";
import { signatureHeaders } from "./signature-headers.ts";

/** Milliseconds before each further attempt; after the last the stream asks again, and in the end the dead-letter queue. */
const pausesMs = [200, 1000];

/** A receiver takes a message and works later: one that takes longer is asked again. */
const timeoutMs = 4000;

export interface DeliveryPorts {
  readonly fetch: typeof fetch;
  readonly clock: Pick<Clock, "now" | "after">;
  readonly log: Log;
}

/** The receiver did not take the message, however often it was asked. */
class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  readonly code = "call-events.delivery";
  /** Of the last answer; absent: there was none. */
  readonly status: number | undefined;

  constructor(status: number | undefined, options?: ErrorOptions) {
    super(
      `The webhook's receiver ${status === undefined ? "cannot be reached" : `answers ${status}`}`,
      options,
    );
    this.status = status;
  }
}

/**
 * Sends an event to the webhook, and again after a pause when that fails.
 * @throws {DeliveryError} when the receiver takes it in none of the attempts
 */
export async function deliver(
  event: LifeEvent,
  webhook: WebhookConfig,
  ports: DeliveryPorts,
): Promise<void> {
  const { clock, log } = ports;
  for (const pause of [...pausesMs, undefined]) {
    const failure = await attempt(event, webhook, ports);
    const facts = { contextHash: event.subject, event: event.type };
    if (!failure) return log("info", "webhook.delivered", facts);
    // The receiver wants no more (Standard Webhooks, "Operational considerations").
    if (failure.status === 410) return log("warn", "webhook.gone", facts);
    log("warn", "webhook.refused", { ...facts, status: failure.status, ...errorFacts(failure) });
    if (pause === undefined) throw failure;
    await sleep(pause, { clock, signal: new AbortController().signal });
  }
}

async function attempt(
  event: LifeEvent,
  { url, secrets }: WebhookConfig,
  { fetch, clock }: DeliveryPorts,
): Promise<DeliveryError | undefined> {
  const body = JSON.stringify(event);
  const headers = signatureHeaders({ id: event.id, now: clock.now(), body }, secrets);
  try {
    const { status } = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/cloudevents+json", ...headers },
      body,
      // What a redirect leads to was not configured.
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return status >= 200 && status < 300 ? undefined : new DeliveryError(status);
  } catch (cause) {
    return new DeliveryError(undefined, { cause });
  }
}
