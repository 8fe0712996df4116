import type { PlannedFault } from "@skill-call/emulation";
import { type EventType, eventTypes } from "@skill-call/pstn-audio";
import { InvalidArgumentError } from "commander";
import type { DeliveryFault } from "../service/delivery/delivery-faults.ts";

export type PlannedDeliveryFault = PlannedFault<DeliveryFault, EventType>;

const shape =
  /^(?:(?<event>[A-Z_]+):)?(?:(?<kind>duplicate|answer-lost|not-invoked)|delay=(?<ms>\d+))(?:x(?<times>\d+))?$/;

const example =
  'Write it as "not-invoked", "NEW_INBOUND_CALL:answer-lost" or "HANGUP:delay=2000x1".';

/** Collects `--fault [EVENT:]kind[xTIMES]`: what befalls events on their way to the Lambda. */
export function collectDeliveryFault(
  given: string,
  collected: readonly PlannedDeliveryFault[] = [],
): readonly PlannedDeliveryFault[] {
  return [...collected, deliveryFault(given)];
}

/**
 * Reads a fault by its name.
 * @throws {InvalidArgumentError} when it has another shape
 */
export function deliveryFault(given: string): PlannedDeliveryFault {
  const { event, kind, ms, times } = shape.exec(given)?.groups ?? {};
  if (kind === undefined && ms === undefined) throw new InvalidArgumentError(example);
  const operation = eventTypes.find((type) => type === event);
  if (event !== undefined && !operation) {
    throw new InvalidArgumentError(`${event} is not an event; there are ${eventTypes.join(", ")}.`);
  }
  const fault =
    ms === undefined ? ({ kind } as DeliveryFault) : ({ kind: "delay", ms: Number(ms) } as const);
  const options = {
    ...(operation && { operation }),
    ...(times !== undefined && { times: Number(times) }),
  };
  return { fault, options };
}
