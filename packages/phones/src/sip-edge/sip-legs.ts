import type { SipLeg } from "./sip-leg.ts";

/** The SIP legs of the live calls, by the service's CallId. */
export class SipLegs {
  readonly #legs = new Map<string, SipLeg>();
  #empty: () => void = () => {};

  add(leg: SipLeg): void {
    this.#legs.set(leg.identity.callId, leg);
  }

  remove({ identity: { callId } }: SipLeg): void {
    this.#legs.delete(callId);
    if (this.#legs.size === 0) this.#empty();
  }

  find(callId: string | undefined): SipLeg | undefined {
    return callId === undefined ? undefined : this.#legs.get(callId);
  }

  get size(): number {
    return this.#legs.size;
  }

  /** Ends those whose far end has not agreed in time: their media would keep the process up. */
  async endAll(): Promise<void> {
    await Promise.all([...this.#legs.values()].map((leg) => leg.end()));
  }

  /** Resolves when no leg is left. */
  gone(): Promise<void> {
    if (this.#legs.size === 0) return Promise.resolve();
    return new Promise((resolve) => {
      this.#empty = resolve;
    });
  }
}
