type DigitListener = (digit: string) => void;

/** The digits pressed on the legs of a call, for whoever listens at that moment. */
export class Keypads {
  readonly #listeners = new Map<string, Set<DigitListener>>();

  /** Hears the digits of a leg until the answer is called. */
  listen(callId: string, listener: DigitListener): () => void {
    const listeners = this.#listeners.get(callId) ?? new Set();
    this.#listeners.set(callId, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  press(callId: string, digit: string): void {
    for (const listener of [...(this.#listeners.get(callId) ?? [])]) listener(digit);
  }
}
