import type { Clock } from "@skill-call/lambda-config";
import type { SimulatedCall } from "../callers/simulated-call.ts";
import type { VirtualClock } from "./virtual-clock.ts";

/** One for all: with its stack it costs more than all that is done with it. */
const outOfTime = new DOMException("Out of time", "TimeoutError");

/**
 * One sandbox of a Lambda, as its code knows it: it runs while it answers an event, stands still in between with all that
 * it waits for, and may die at any await.
 */
export class Sandbox {
  readonly clock: Clock;
  readonly #held: (() => void)[] = [];
  #state: "running" | "frozen" | "dead" = "running";
  #call: SimulatedCall | undefined;
  #died: () => void = () => {};

  /** @param offMs how far its clock is off */
  constructor(clock: VirtualClock, offMs: number) {
    this.clock = {
      now: () => clock.now() + offMs,
      monotonic: () => clock.monotonic(),
      after: (ms, task) => clock.after(ms, () => this.arrive(task)),
    };
  }

  /** A signal that fires when its code would see it: not before it runs again, and never where it is dead. */
  signalAfter(ms: number): AbortSignal {
    const controller = new AbortController();
    this.clock.after(ms, () => controller.abort(outOfTime));
    return controller.signal;
  }

  /** The call whose event it answers. */
  get call(): SimulatedCall {
    if (!this.#call) throw new Error("The sandbox answers no event");
    return this.#call;
  }

  get isAlive(): boolean {
    return this.#state !== "dead";
  }

  /** Something reaches its code: at once, when it runs again, or never. */
  arrive(task: () => void): void {
    if (this.#state === "running") task();
    else if (this.#state === "frozen") this.#held.push(task);
  }

  /** Runs the code for one event; `undefined` when it dies before it has answered. */
  async answer<T>(call: SimulatedCall, code: () => Promise<T>): Promise<T | undefined> {
    this.#call = call;
    this.#state = "running";
    const death = new Promise<undefined>((resolve) => {
      this.#died = () => resolve(undefined);
    });
    for (const task of this.#held.splice(0)) task();
    try {
      return await Promise.race([code(), death]);
    } finally {
      if (this.isAlive) this.#state = "frozen";
    }
  }

  die(): void {
    this.#state = "dead";
    this.#died();
  }
}
