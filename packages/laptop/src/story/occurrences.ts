/** What has happened, in order, for those who look back and those who wait. */
export class Occurrences<Occurrence> {
  readonly #all: Occurrence[] = [];
  readonly #waiting = new Set<(occurrence: Occurrence) => void>();

  add(occurrence: Occurrence): void {
    this.#all.push(occurrence);
    for (const hear of [...this.#waiting]) hear(occurrence);
  }

  /** All of them; with a mark, those since then. */
  list(since = 0): readonly Occurrence[] {
    return this.#all.slice(since);
  }

  /** A mark for `list`: now. */
  mark(): number {
    return this.#all.length;
  }

  /** The first that fits, of the past or to come. */
  first(fits: (occurrence: Occurrence) => boolean): Promise<Occurrence> {
    const found = this.#all.find(fits);
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve) => {
      const hear = (occurrence: Occurrence) => {
        if (!fits(occurrence)) return;
        this.#waiting.delete(hear);
        resolve(occurrence);
      };
      this.#waiting.add(hear);
    });
  }
}
