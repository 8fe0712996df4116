import type { Clock } from "@skill-call/emulation";

/** One end of a contact that a flow speaks to: the customer's phone, or an agent's. */
export class Leg {
  readonly #down = new AbortController();
  readonly #clock: Clock;
  readonly #hangUp: () => void;
  #pressed: string[] = [];
  #waiting: ((digit: string | undefined) => void) | undefined;

  /** @param hangUp lets go of the far end */
  constructor(clock: Clock, hangUp: () => void = () => {}) {
    this.#clock = clock;
    this.#hangUp = hangUp;
  }

  /** Aborted when the leg is down, whoever hung up. */
  get down(): AbortSignal {
    return this.#down.signal;
  }

  /** Hangs up from our side. */
  hangUp(): void {
    if (this.down.aborted) return;
    this.#hangUp();
    this.wentDown();
  }

  /** The far end hung up. */
  wentDown(): void {
    this.#down.abort();
    this.#give(undefined);
  }

  /** The far end pressed a key; it waits until somebody asks for it. */
  press(digit: string): void {
    if (this.#waiting) this.#give(digit);
    else this.#pressed.push(digit);
  }

  /** The next key, also one that was pressed before; undefined when none comes in time, or the leg goes down. */
  nextDigit(ms: number): Promise<string | undefined> {
    const early = this.#pressed.shift();
    if (early !== undefined || this.down.aborted) return Promise.resolve(early);
    return new Promise((resolve) => {
      const cancel = this.#clock.after(ms, () => this.#give(undefined));
      this.#waiting = (digit) => {
        cancel();
        resolve(digit);
      };
    });
  }

  #give(digit: string | undefined): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.(digit);
  }
}
