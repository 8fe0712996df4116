import type { Clock } from "@skill-call/emulation";
import type { DigitCollector } from "../keypads.ts";

export interface DigitInputOptions {
  readonly clock: Clock;
  readonly pattern: RegExp;
  /** Milliseconds after a digit until the input is looked at. */
  readonly lookMs: number;
  /** Milliseconds after the first digit until the input is handed on as it is. */
  readonly flushMs: number;
  readonly onInput: (digits: string) => void;
}

/** Gathers digits until they match (guide, "ReceiveDigits"), or until waited for long enough; then from the beginning. */
export class DigitInput implements DigitCollector {
  readonly #options: DigitInputOptions;
  #pressed = "";
  #stopped = false;
  #cancelLook = () => {};
  #cancelFlush = () => {};

  constructor(options: DigitInputOptions) {
    this.#options = options;
  }

  press(digit: string): void {
    if (this.#stopped) return;
    const { clock, lookMs, flushMs } = this.#options;
    if (this.#pressed === "") this.#cancelFlush = clock.after(flushMs, () => this.#handOn());
    this.#pressed += digit;
    this.#cancelLook();
    this.#cancelLook = clock.after(lookMs, () => this.#look());
  }

  stop(): void {
    this.#stopped = true;
    this.#clear();
  }

  /** Digits that do not match wait for more. */
  #look(): void {
    if (this.#options.pattern.test(this.#pressed)) this.#handOn();
  }

  #handOn(): void {
    const digits = this.#pressed;
    this.#clear();
    this.#options.onInput(digits);
  }

  #clear(): void {
    this.#pressed = "";
    this.#cancelLook();
    this.#cancelFlush();
  }
}
