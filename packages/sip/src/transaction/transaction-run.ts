import type { Clock } from "../clock.ts";
import type { Effect, Step, TimerName, TransactionEvent } from "./step.ts";
import type { Timing } from "./timing.ts";

/** One of the four state tables of RFC 3261 §17. */
export type StateTable<State> = (
  state: State,
  event: TransactionEvent,
  timing: Timing,
) => Step<State>;

/** What a table's effects do in the world. */
export interface TransactionPorts {
  send(): void;
  acknowledge(): void;
  deliver(): void;
  report(failure: "timeout" | "transport-error"): void;
  terminated(): void;
}

export interface RunOptions<State> {
  readonly table: StateTable<State>;
  readonly initial: State;
  readonly timing: Timing;
  readonly clock: Clock;
  readonly ports: TransactionPorts;
}

/** A transaction of any kind. */
export interface RunningTransaction {
  handle(event: TransactionEvent): void;
  /** Ends it wherever it stands. */
  abandon(): void;
}

/** Carries a state table through one transaction: holds its state and its timers. */
export class TransactionRun<State extends string> implements RunningTransaction {
  readonly #options: RunOptions<State>;
  readonly #timers = new Map<TimerName, () => void>();
  /** Undefined once it is over. */
  #state: State | undefined;

  constructor(options: RunOptions<State>) {
    this.#options = options;
    this.#state = options.initial;
  }

  handle(event: TransactionEvent): void {
    if (this.#state === undefined) return;
    const { table, timing, ports } = this.#options;
    const { state, effects } = table(this.#state, event, timing);
    if (state === "terminated") this.#terminate();
    else this.#state = state;
    for (const effect of effects) this.#perform(effect, ports);
  }

  abandon(): void {
    if (this.#state !== undefined) this.#terminate();
  }

  #perform(effect: Effect, ports: TransactionPorts): void {
    if (effect.do === "start") this.#start(effect.timer, effect.afterMs);
    else if (effect.do === "stop") this.#stop(effect.timer);
    else if (effect.do === "report") ports.report(effect.failure);
    else ports[effect.do]();
  }

  #start(timer: TimerName, afterMs: number): void {
    this.#stop(timer);
    const expire = () => {
      this.#timers.delete(timer);
      this.handle({ on: "timer", timer, afterMs });
    };
    this.#timers.set(timer, this.#options.clock.after(afterMs, expire));
  }

  #stop(timer: TimerName): void {
    this.#timers.get(timer)?.();
    this.#timers.delete(timer);
  }

  #terminate(): void {
    this.#state = undefined;
    for (const stop of this.#timers.values()) stop();
    this.#timers.clear();
    this.#options.ports.terminated();
  }
}
