/** Hands each event to its subscribers. */
export class Emitter<Events extends object> {
  readonly #listeners = new Map<keyof Events, ((fact: never) => void)[]>();

  on<Name extends keyof Events>(name: Name, listener: (fact: Events[Name]) => void): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  /** Whether anybody heard it. */
  emit<Name extends keyof Events>(name: Name, fact: Events[Name]): boolean {
    const listeners = this.#listeners.get(name) ?? [];
    for (const listener of listeners) (listener as (fact: Events[Name]) => void)(fact);
    return listeners.length > 0;
  }
}
