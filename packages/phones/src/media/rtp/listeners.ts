/** Listeners, until they unsubscribe. */
export class Listeners<Fact> {
  readonly #listeners = new Set<(fact: Fact) => void>();

  /** The answer ends it. */
  add(listener: (fact: Fact) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  get size(): number {
    return this.#listeners.size;
  }

  tell(fact: Fact): void {
    for (const listener of this.#listeners) listener(fact);
  }
}
