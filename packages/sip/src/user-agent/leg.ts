import type { SipRequest } from "../message/message.ts";
import type { ServerTransaction } from "../transaction/server-transaction.ts";

/** A call as the user agent sees it: where requests of its dialog go. */
export interface Leg {
  /** Whether the sender of a request is the other end of this call. */
  isWith(request: SipRequest): boolean;
  /** `contact` is ours for the way the request came. */
  receive(request: SipRequest, transaction: ServerTransaction, contact: string): void;
  receiveAck(ack: SipRequest): void;
  /** Lets the call go without a word to the peer. */
  drop(): void;
}

/** Legs that are up, by what names our end of a dialog. */
export class Legs {
  readonly #legs = new Map<string, Leg>();

  get size(): number {
    return this.#legs.size;
  }

  add(callId: string, localTag: string, leg: Leg): void {
    this.#legs.set(`${callId}|${localTag}`, leg);
  }

  remove(callId: string, localTag: string): void {
    this.#legs.delete(`${callId}|${localTag}`);
  }

  dropAll(): void {
    for (const leg of this.#legs.values()) leg.drop();
    this.#legs.clear();
  }

  /** The leg that a request is meant for. */
  find(request: SipRequest, localTag: string): Leg | undefined {
    const leg = this.#legs.get(`${request.callId}|${localTag}`);
    return leg?.isWith(request) ? leg : undefined;
  }
}
