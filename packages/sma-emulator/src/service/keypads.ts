/** Hears a digit; `true` takes it, so that nobody else gets it. */
export type DigitListener = (digit: string) => boolean;

/** Gathers what no action takes, for as long as the call lasts. */
export interface DigitCollector {
  press(digit: string): void;
  /** Drops what it has and gathers no more. */
  stop(): void;
}

/** The digits pressed on the legs of a call, for the listeners at that moment. */
export class Keypads {
  readonly #listeners = new Map<string, Set<DigitListener>>();
  readonly #collectors = new Map<string, DigitCollector>();

  /** Hears the digits of a leg until the answer is called. */
  listen(callId: string, listener: DigitListener): () => void {
    const listeners = this.#listeners.get(callId) ?? new Set();
    this.#listeners.set(callId, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  /** Gathers the digits of a leg, in place of the previous collector. */
  collect(callId: string, collector: DigitCollector): void {
    this.#collectors.get(callId)?.stop();
    this.#collectors.set(callId, collector);
  }

  /** Whether somebody waits for the digits of a leg. */
  isCollected(callId: string): boolean {
    return this.#collectors.has(callId);
  }

  press(callId: string, digit: string): void {
    const listeners = [...(this.#listeners.get(callId) ?? [])];
    const taken = listeners.filter((listener) => listener(digit)).length > 0;
    if (!taken) this.#collectors.get(callId)?.press(digit);
  }

  /** Nobody presses any more. */
  close(): void {
    for (const collector of this.#collectors.values()) collector.stop();
  }
}
