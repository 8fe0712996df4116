/** What is said on the legs of a call, for those who listen at that moment. */
export class Speakers {
  readonly #listeners = new Map<string, Set<(said: string) => void>>();

  /** Hears a leg until the answer is called. */
  listen(callId: string, listener: (said: string) => void): () => void {
    const listeners = this.#listeners.get(callId) ?? new Set();
    this.#listeners.set(callId, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  say(callId: string, text: string): void {
    for (const listener of [...(this.#listeners.get(callId) ?? [])]) listener(text);
  }
}
