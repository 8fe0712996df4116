import type { SimulatedCall } from "../callers/simulated-call.ts";
import type { SimulatedLambda } from "./simulated-lambda.ts";
import type { VirtualClock } from "./virtual-clock.ts";

export interface ContactEventBusPorts {
  readonly clock: VirtualClock;
  readonly lambda: SimulatedLambda;
  /** Told when nothing of a call is under way any more. */
  readonly onDone: (call: SimulatedCall) => void;
}

/** Before the first and the second retry of an asynchronous invocation (Lambda guide, "Asynchronous invocation"). */
const retryAfterMs = [60_000, 120_000];

/** EventBridge, which hands contact events of Amazon Connect to a Lambda: best effort, in no order. */
export class ContactEventBus {
  readonly #ports: ContactEventBusPorts;

  constructor(ports: ContactEventBusPorts) {
    this.#ports = ports;
  }

  send(call: SimulatedCall, event: unknown): void {
    const { chance } = call;
    if (chance.befalls("contact-event-lost")) return;
    const times = chance.befalls("contact-event-twice") ? 2 : 1;
    for (let time = 0; time < times; time += 1) {
      call.underWay += 1;
      const lateMs = chance.befalls("contact-event-late") ? 30_000 : 0;
      const ms = chance.between("way of a contact event", 50, 3000 + lateMs);
      this.#ports.clock.after(ms, () => void this.#invoke(call, event));
    }
  }

  async #invoke(call: SimulatedCall, event: unknown): Promise<void> {
    const { clock, lambda, onDone } = this.#ports;
    for (const ms of [...retryAfterMs, 0]) {
      if ((await lambda.invoke(call, event)).type === "answered") break;
      await new Promise<void>((resolve) => void clock.after(ms, resolve));
    }
    call.underWay -= 1;
    if (call.underWay === 0) onDone(call);
  }
}
