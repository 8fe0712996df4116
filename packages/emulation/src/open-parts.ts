interface Closable {
  close(): Promise<void>;
}

/** What has been started, so that all of it ends: the last first, and every one even if another fails to. */
export class OpenParts implements Closable {
  readonly #parts: Closable[] = [];
  #ended: Promise<void> | undefined;

  keep<Part extends Closable>(part: Part): Part {
    this.#parts.push(part);
    return part;
  }

  /**
   * Ends everything; a second time waits for the first.
   * @throws {AggregateError} when parts did not end as they should
   */
  close(): Promise<void> {
    this.#ended ??= this.#closeAll();
    return this.#ended;
  }

  async #closeAll(): Promise<void> {
    const errors: unknown[] = [];
    for (const part of this.#parts.reverse()) {
      await part.close().catch((error: unknown) => errors.push(error));
    }
    if (errors.length > 0) throw new AggregateError(errors, "Not everything could be ended");
  }
}

/** Opens what belongs together; where a part cannot be had, those before it end again. */
export async function openTogether<Whole>(
  open: (parts: OpenParts) => Promise<Whole>,
): Promise<Whole> {
  const parts = new OpenParts();
  try {
    return await open(parts);
  } catch (error) {
    await parts.close();
    throw error;
  }
}
