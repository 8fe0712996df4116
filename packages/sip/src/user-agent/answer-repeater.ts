import type { Clock } from "../clock.ts";
import type { Body } from "../message/message.ts";
import { patience, type TimerValues } from "../transaction/timing.ts";
import type { Acknowledgement } from "./call.ts";

export interface AnswerRepeaterOptions {
  readonly clock: Clock;
  readonly timers: TimerValues;
  /** Sends the 2xx once more. */
  readonly repeat: () => void;
  /** No ACK came in 64 × T1. */
  readonly gaveUp: () => void;
}

/** Repeats a 2xx until its ACK comes, over any transport: RFC 3261 §13.3.1.4. */
export class AnswerRepeater {
  readonly acknowledgement: Promise<Acknowledgement>;
  #settle: (acknowledgement: Acknowledgement) => void = () => {};
  #stopRepeating: () => void = () => {};
  readonly #stopWaiting: () => void;

  constructor({ clock, timers, repeat, gaveUp }: AnswerRepeaterOptions) {
    this.acknowledgement = new Promise((resolve) => {
      this.#settle = resolve;
    });
    this.#stopWaiting = clock.after(patience(timers), () => {
      this.stop();
      gaveUp();
    });
    const repeatAfter = (ms: number) => {
      this.#stopRepeating = clock.after(ms, () => {
        repeat();
        repeatAfter(Math.min(2 * ms, timers.t2));
      });
    };
    repeatAfter(timers.t1);
  }

  acknowledge(body: Body | undefined): void {
    this.#end({ acknowledged: true, ...(body && { body }) });
  }

  stop(): void {
    this.#end({ acknowledged: false });
  }

  #end(acknowledgement: Acknowledgement): void {
    this.#stopWaiting();
    this.#stopRepeating();
    this.#settle(acknowledgement);
  }
}
