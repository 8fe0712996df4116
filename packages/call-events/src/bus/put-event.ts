import { type AwsClient, jsonOperation } from "@skill-call/aws-request";
import * as v from "valibot";
import { DeliveryError } from "../errors.ts";
import type { LifeEvent } from "../life/life-event.ts";

export type PutEvent = (event: LifeEvent) => Promise<void>;

/** Who it is of, for the rules of the bus. */
const source = "skill-call";

/** What is read of the answer (EventBridge API reference, `PutEvents`): each entry is taken or not on its own. */
const answerSchema = v.object({ FailedEntryCount: v.optional(v.number(), 0) });

/** The bus is not waited for on the call's way, and is asked again by the stream. */
const timeoutMs = 4000;

/**
 * Puts events on an event bus, one request each: the CloudEvent as `detail`, its type as `detail-type`.
 * @throws {AwsServiceError} when EventBridge refuses; {DeliveryError} when it did not take the entry; what the
 * connection threw, when it did not answer
 */
export function createPutEvent(client: AwsClient, eventBus: string): PutEvent {
  return async (event) => {
    const entry = {
      EventBusName: eventBus,
      Source: source,
      DetailType: event.type,
      // Epoch seconds, as this protocol has times.
      Time: Date.parse(event.time) / 1000,
      Detail: JSON.stringify(event),
    };
    const operation = {
      target: "AWSEvents.PutEvents",
      version: "1.1",
      input: { Entries: [entry] },
    } as const;
    const answer = await jsonOperation(client, operation, AbortSignal.timeout(timeoutMs));
    if (v.parse(answerSchema, answer).FailedEntryCount > 0) {
      throw new DeliveryError("The event bus did not take the event");
    }
  };
}
