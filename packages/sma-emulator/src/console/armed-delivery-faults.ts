import type { Change, ChangeSource, DeliveryFaultPlan } from "@skill-call/call-console";
import type { PlannedFault } from "@skill-call/emulation";
import type { EventType } from "@skill-call/pstn-audio";
import type { DeliveryFault, DeliveryFaults } from "../service/delivery/delivery-faults.ts";
import type { DeliveryFaultRequest } from "./requests.ts";

/** What is still to befall events on their way to the Lambda: chosen at the console, used up by calls. */
export class ArmedDeliveryFaults implements ChangeSource {
  readonly #faults: DeliveryFaults;
  readonly #listeners = new Set<(change: Change) => void>();
  #told = "";

  constructor(faults: DeliveryFaults) {
    this.#faults = faults;
  }

  now() {
    return { type: "faults", faults: this.#faults.planned().map(planOf) } as const;
  }

  listen(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Exactly these from now on. */
  choose(chosen: readonly DeliveryFaultRequest[]): void {
    this.#faults.clear();
    for (const { event, times, ...fault } of chosen) {
      this.#faults.inject(fault, {
        ...(event !== undefined && { operation: event }),
        ...(times !== undefined && { times }),
      });
    }
    this.look();
  }

  /** A call has taken a step: it may have met one of them. */
  look(): void {
    const change = this.now();
    const text = JSON.stringify(change);
    if (text === this.#told) return;
    this.#told = text;
    for (const listener of this.#listeners) listener(change);
  }
}

function planOf({ fault, options }: PlannedFault<DeliveryFault, EventType>): DeliveryFaultPlan {
  const { operation, times } = options;
  return {
    ...fault,
    ...(operation !== undefined && { event: operation }),
    ...(times !== undefined && { times }),
  };
}
