import { errorFacts } from "@skill-call/telemetry";
import type { WebhookConfig } from "./config/config.ts";
import { lifeEventOf } from "./life/life-event.ts";
import { readStreamEvent } from "./life/stream-event.ts";
import { type DeliveryPorts, deliver } from "./webhook/deliver.ts";

/** What Lambda takes for an answer to a stream's batch (`ReportBatchItemFailures`): from there on it is sent again. */
export interface BatchAnswer {
  readonly batchItemFailures: readonly { readonly itemIdentifier: string }[];
}

/**
 * The Lambda's handler for the table's stream: tells each change in its order, and stops at the first that is not taken,
 * so that `connected` never overtakes `claimed`.
 * @throws {EventFormatError} from the handler, for what is no event of a stream
 */
export function createHandler(webhook: WebhookConfig, ports: DeliveryPorts) {
  return async (rawEvent: unknown): Promise<BatchAnswer> => {
    for (const record of readStreamEvent(rawEvent)) {
      const event = lifeEventOf(record);
      if (!event) continue;
      try {
        await deliver(event, webhook, ports);
      } catch (error) {
        ports.log("error", "webhook.failed", { contextHash: event.subject, ...errorFacts(error) });
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb.SequenceNumber }] };
      }
    }
    return { batchItemFailures: [] };
  };
}
