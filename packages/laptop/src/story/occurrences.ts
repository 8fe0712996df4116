/** A call has some 25: enough for hundreds of calls at once, and for a look back. */
const mostKept = 10_000;
/** Those that go at once: moving the rest costs little then. */
const droppedAtOnce = 1_000;

/** What it is about: the call's TransactionId. */
type CallOf<Occurrence> = (occurrence: Occurrence) => string | undefined;

/** What has happened, in order, for those who look back and those who wait; what is long ago goes. */
export class Occurrences<Occurrence> {
  readonly #callOf: CallOf<Occurrence>;
  #kept: Occurrence[] = [];
  #dropped = 0;
  readonly #byCall = new Map<string, Occurrence[]>();
  readonly #waiting = new Map<string, Set<(occurrence: Occurrence) => void>>();

  constructor(callOf: CallOf<Occurrence> = () => undefined) {
    this.#callOf = callOf;
  }

  /** How many are kept, and how many wait. */
  get size(): { readonly kept: number; readonly calls: number; readonly waiting: number } {
    const waiting = [...this.#waiting.values()].reduce((sum, { size }) => sum + size, 0);
    return { kept: this.#kept.length, calls: this.#byCall.size, waiting };
  }

  add(occurrence: Occurrence): void {
    this.#kept.push(occurrence);
    const call = this.#callOf(occurrence);
    if (call !== undefined) this.#addTo(call, occurrence);
    if (this.#kept.length > mostKept) this.#dropOldest();
  }

  /** All that are kept; with a mark, those since then. */
  list(since = 0): readonly Occurrence[] {
    return this.#kept.slice(Math.max(0, since - this.#dropped));
  }

  /** A mark for `list`: now. */
  mark(): number {
    return this.#dropped + this.#kept.length;
  }

  /** Those of a call that are kept. */
  of(call: string): readonly Occurrence[] {
    return this.#byCall.get(call) ?? [];
  }

  /** The first of a call that fits, of the past or to come; the signal ends the wait, which then never ends by itself. */
  first(
    call: string,
    fits: (occurrence: Occurrence) => boolean,
    signal?: AbortSignal,
  ): Promise<Occurrence> {
    const found = this.of(call).find(fits);
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve) => {
      const hear = (occurrence: Occurrence) => {
        if (!fits(occurrence)) return;
        this.#forget(call, hear);
        resolve(occurrence);
      };
      if (signal?.aborted) return;
      this.#waitingFor(call).add(hear);
      signal?.addEventListener("abort", () => this.#forget(call, hear), { once: true });
    });
  }

  #addTo(call: string, occurrence: Occurrence): void {
    const others = this.#byCall.get(call);
    if (others) others.push(occurrence);
    else this.#byCall.set(call, [occurrence]);
    for (const hear of [...(this.#waiting.get(call) ?? [])]) hear(occurrence);
  }

  #dropOldest(): void {
    const old = this.#kept.splice(0, droppedAtOnce);
    this.#dropped += old.length;
    for (const occurrence of old) {
      const call = this.#callOf(occurrence);
      if (call === undefined) continue;
      // In order: what is dropped is the first of its call.
      const rest = this.#byCall.get(call);
      rest?.shift();
      if (rest?.length === 0) this.#byCall.delete(call);
    }
  }

  #waitingFor(call: string): Set<(occurrence: Occurrence) => void> {
    const waiting = this.#waiting.get(call) ?? new Set();
    this.#waiting.set(call, waiting);
    return waiting;
  }

  #forget(call: string, hear: (occurrence: Occurrence) => void): void {
    const waiting = this.#waiting.get(call);
    waiting?.delete(hear);
    if (waiting?.size === 0) this.#waiting.delete(call);
  }
}
