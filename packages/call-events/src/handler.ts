import type { ReadSecret } from "@skill-call/aws-request";
import { deadlineIn } from "@skill-call/lambda-config";
import { errorFacts } from "@skill-call/telemetry";
import type { PutEvent } from "./bus/put-event.ts";
import type { Config, WebhookConfig } from "./config/config.ts";
import { isContactEvent, readContactEvent } from "./contacts/contact-event.ts";
import { type MoveContextPorts, moveContext } from "./contacts/move-context.ts";
import { EventFormatError, WebhookSecretError } from "./errors.ts";
import { type LifeEvent, lifeEventOf } from "./life/life-event.ts";
import { readStreamEvent } from "./life/stream-event.ts";
import { type DeliveryPorts, deliver } from "./webhook/deliver.ts";
import { webhookKeysIn } from "./webhook/webhook-secrets.ts";

/** What Lambda takes for an answer to a stream's batch (`ReportBatchItemFailures`): from there on it is sent again. */
export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

export interface HandlerPorts extends DeliveryPorts {
  readonly readSecret: ReadSecret;
  /** Absent: no event bus is configured. */
  readonly putEvent?: PutEvent;
  /** Absent: no table is configured. */
  readonly contacts?: MoveContextPorts;
}

/** Somebody who is told of a call's life. */
type Receiver = (event: LifeEvent) => Promise<void>;

/**
 * The Lambda's handler, for the table's stream and for contact events of Amazon Connect, whichever it is set up for.
 * @throws {EventFormatError} from the handler, for what is not such an event
 */
export function createHandler({ webhook }: Config, ports: HandlerPorts) {
  const { putEvent, contacts } = ports;
  const receiver: Receiver | undefined = webhook ? toWebhook(webhook, ports) : putEvent;
  return async (rawEvent: unknown): Promise<BatchAnswer | undefined> => {
    if (isContactEvent(rawEvent)) {
      if (!contacts) throw new EventFormatError("expected without CALL_CONTEXT_TABLE", "source");
      await moveContext(readContactEvent(rawEvent), contacts);
      return undefined;
    }
    const records = readStreamEvent(rawEvent);
    if (!receiver) {
      throw new EventFormatError("expected without WEBHOOK_URL or EVENT_BUS", "Records");
    }
    return tell(records, receiver, ports);
  };
}

function toWebhook({ url, secrets }: WebhookConfig, ports: HandlerPorts): Receiver {
  return async (event) => {
    const keys = typeof secrets === "string" ? await keysOf(secrets, ports) : secrets;
    await deliver(event, { url, secrets: keys }, ports);
  };
}

/** The stream asks again for what is not told within this. */
const secretTimeoutMs = 2000;

async function keysOf(
  secretArn: string,
  { readSecret, clock }: HandlerPorts,
): Promise<readonly Buffer[]> {
  const outOfTime = (ms: number) => new WebhookSecretError(`No answer within ${ms} ms`);
  const read = deadlineIn(secretTimeoutMs, { clock, outOfTime }).within(secretTimeoutMs, (signal) =>
    readSecret(secretArn, signal),
  );
  const text = await read.catch((cause) => {
    throw new WebhookSecretError("The webhook's secret cannot be read", { cause });
  });
  const keys = webhookKeysIn(text);
  if (!keys)
    throw new WebhookSecretError("The webhook's secret is not whsec_ and 24 to 64 bytes in base64");
  return keys;
}

/** Tells each change in its order, and stops at the first that is not taken, so that `connected` never overtakes `claimed`. */
async function tell(
  records: ReturnType<typeof readStreamEvent>,
  receiver: Receiver,
  { log }: HandlerPorts,
): Promise<BatchAnswer> {
  for (const record of records) {
    const event = lifeEventOf(record);
    if (!event) continue;
    try {
      await receiver(event);
    } catch (error) {
      log("error", "event.undelivered", { contextHash: event.subject, ...errorFacts(error) });
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb.SequenceNumber }] };
    }
  }
  return { batchItemFailures: [] };
}
