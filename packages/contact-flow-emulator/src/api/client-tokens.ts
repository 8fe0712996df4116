import type { Clock } from "@skill-call/emulation";

/** A token stands for its contact for 7 days. */
const lifetimeMs = 7 * 24 * 60 * 60 * 1_000;

/** Which contact a ClientToken started: the same token again starts no second one. */
export class ClientTokens {
  readonly #clock: Clock;
  readonly #contacts = new Map<string, { readonly contactId: string; readonly until: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The contact of this token, or of a new one. */
  once(token: string | null | undefined, start: () => string): string {
    if (!token) return start();
    const known = this.#contacts.get(token);
    if (known && known.until > this.#clock.now()) return known.contactId;
    const contactId = start();
    this.#contacts.set(token, { contactId, until: this.#clock.now() + lifetimeMs });
    return contactId;
  }
}
