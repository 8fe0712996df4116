import type { Clock } from "@skill-call/emulation";
import { waited } from "@skill-call/emulation";
import type { ReadScreen } from "../answering/callees.ts";

/** An agent looks at a call's context for so long before they answer. */
const readingMs = 2_000;
/** Nobody keeps a caller waiting for a page that does not come, such as one that no browser shows. */
const longestWaitMs = 15_000;

/** The emulated agent reads the real page: nobody answers before it shows the call's context. */
export class ScreenReading {
  readonly #clock: Clock;
  readonly #closed = new AbortController();
  /** Context IDs that the page has been sent. */
  readonly #shown = new Set<string>();
  readonly #waiting = new Map<string, () => void>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The page shows this context. */
  shows(contextId: string): void {
    this.#shown.add(contextId);
    this.#waiting.get(contextId)?.();
  }

  /** Resolves when the person called has read their screen: an agent's is the page. */
  async read(...[screen, by]: Parameters<ReadScreen>): Promise<void> {
    const { contextId } = screen as { readonly contextId?: string };
    const isAgent = by === "contact-centre" || by === "meeting";
    if (isAgent && contextId !== undefined) await this.#shownInTime(contextId);
    await this.#wait(readingMs, this.#closed.signal);
  }

  async close(): Promise<void> {
    this.#closed.abort();
  }

  async #shownInTime(contextId: string): Promise<void> {
    if (this.#shown.has(contextId)) return;
    const shown = new AbortController();
    this.#waiting.set(contextId, () => shown.abort());
    await this.#wait(longestWaitMs, AbortSignal.any([shown.signal, this.#closed.signal]));
    this.#waiting.delete(contextId);
  }

  async #wait(ms: number, signal: AbortSignal): Promise<void> {
    await waited({ clock: this.#clock, ms, signal });
  }
}
