import { TooManyRequestsError } from "../errors.ts";

export interface StreamLimits {
  /** Streams of one caller at the same time. */
  readonly perCaller: number;
  /** Streams of all callers at the same time: each is one read of the store a second. */
  readonly altogether: number;
}

/** Every agent of a large desk behind one token, and two cores' worth of reads. */
export const usualStreamLimits: StreamLimits = { perCaller: 200, altogether: 1000 };

/** After a stream ends somebody asks again within this time, so a place may be free. */
const retryAfterSeconds = 2;

/** The streams that are open in this process. */
export class OpenStreams {
  readonly #limits: StreamLimits;
  readonly #open = new Map<string, number>();
  #altogether = 0;

  constructor(limits: StreamLimits) {
    this.#limits = limits;
  }

  /** @throws {TooManyRequestsError} when the caller has as many as one may have */
  ensureRoomFor(caller: string): void {
    const { perCaller, altogether } = this.#limits;
    if ((this.#open.get(caller) ?? 0) < perCaller && this.#altogether < altogether) return;
    throw new TooManyRequestsError(retryAfterSeconds);
  }

  /** Counts a stream until it ends. */
  async *counted<Part>(caller: string, parts: AsyncGenerator<Part>): AsyncGenerator<Part> {
    this.#count(caller, 1);
    try {
      yield* parts;
    } finally {
      this.#count(caller, -1);
    }
  }

  #count(caller: string, change: 1 | -1): void {
    this.#altogether += change;
    const open = (this.#open.get(caller) ?? 0) + change;
    if (open === 0) this.#open.delete(caller);
    else this.#open.set(caller, open);
  }
}
