import { createHmac } from "node:crypto";
import { type Clock, deadlineIn, sleep } from "@skill-call/lambda-config";
import type { Log } from "@skill-call/telemetry";
import { errorFacts } from "@skill-call/telemetry";
import { DeliveryError } from "../errors.ts";
import type { LifeEvent } from "../life/life-event.ts";

/** Milliseconds before each further attempt; after the last the stream asks again, and in the end the dead-letter queue. */
const pausesMs = [200, 1000];

/** A receiver takes a message and works later: one that takes longer is asked again. */
const timeoutMs = 4000;

export interface DeliveryPorts {
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly log: Log;
}

/** A webhook, and what signs its messages now. */
export interface Webhook {
  readonly url: string;
  /** The one that counts first; others while receivers change to it. */
  readonly secrets: readonly Buffer[];
}

/**
 * Sends an event to the webhook, and again after a pause when that fails.
 * @throws {DeliveryError} when the receiver takes it in none of the attempts
 */
export async function deliver(
  event: LifeEvent,
  webhook: Webhook,
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
  { url, secrets }: Webhook,
  { fetch, clock }: DeliveryPorts,
): Promise<DeliveryError | undefined> {
  const body = JSON.stringify(event);
  const headers = signatureHeaders({ id: event.id, now: clock.now(), body }, secrets);
  const post = (signal: AbortSignal) =>
    fetch(url, {
      method: "POST",
      headers: { "content-type": "application/cloudevents+json", ...headers },
      body,
      // What a redirect leads to was not configured.
      redirect: "manual",
      signal,
    });
  try {
    const { status } = await deadlineIn(timeoutMs, { clock, outOfTime }).within(timeoutMs, post);
    return status >= 200 && status < 300 ? undefined : refusal(status);
  } catch (cause) {
    return new DeliveryError("The webhook's receiver cannot be reached", { cause });
  }
}

function outOfTime(budgetMs: number): DeliveryError {
  return new DeliveryError(`The webhook's receiver takes longer than ${budgetMs} ms`);
}

function refusal(status: number): DeliveryError {
  return new DeliveryError(`The webhook's receiver answers ${status}`, { status });
}

interface Signed {
  /** The same for each delivery of the same message. */
  readonly id: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly body: string;
}

/**
 * The headers by which a receiver knows who sent a message, and when (Standard Webhooks 1.0.0, "Signature scheme"): with
 * each secret one signature, so that receivers may change theirs in their own time.
 */
function signatureHeaders(
  { id, now, body }: Signed,
  secrets: readonly Buffer[],
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(now / 1000));
  const signatures = secrets.map((secret) => {
    const hmac = createHmac("sha256", secret).update(`${id}.${timestamp}.${body}`);
    return `v1,${hmac.digest("base64")}`;
  });
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}
