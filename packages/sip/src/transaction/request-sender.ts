import type { Clock } from "../clock.ts";
import type { IdSource } from "../ids.ts";
import type { Header } from "../message/header-list.ts";
import type { SipResponse } from "../message/message.ts";
import {
  cancelDraft,
  type RequestDraft,
  refusalAckDraft,
  serializeRequest,
} from "../message/request-draft.ts";
import type { Protocol } from "../transport/transport.ts";
import { ClientTransaction, type ResponseListener } from "./client-transaction.ts";
import type { Departure, Outbox, Way } from "./outbox.ts";
import type { TimerValues } from "./timing.ts";
import { clientKey, responseKey } from "./transaction-key.ts";

/** A request that is under way. */
export interface SentRequest {
  readonly protocol: Protocol;
  /** Takes an INVITE back; only after a provisional response: RFC 3261 §9.1. */
  cancel(headers: readonly Header[]): void;
  /** Waits no longer for a response. */
  abandon(): void;
}

/** An ACK to a 2xx: sent once more each time the 2xx comes once more. */
export interface SentAck {
  repeat(): void;
}

interface Sending {
  readonly draft: RequestDraft;
  readonly branch: string;
  readonly departure: Departure;
  readonly listener: ResponseListener;
}

export interface RequestSenderOptions {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly timers: TimerValues;
  readonly ids: IdSource;
}

const nobody: ResponseListener = { response: () => {}, failed: () => {} };

/** Sends requests, and brings their responses back to their senders. */
export class RequestSender {
  readonly #options: RequestSenderOptions;
  readonly #open = new Map<string, ClientTransaction>();

  constructor(options: RequestSenderOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#open.size;
  }

  /** @throws {SipUsageError} when a part of the draft cannot be sent. */
  send(draft: RequestDraft, listener: ResponseListener, way?: Way): SentRequest {
    const { outbox, ids } = this.#options;
    const departure = outbox.departure(draft.nextHop, way);
    const branch = ids.branch();
    const transaction = this.#begin({ draft, branch, departure, listener });
    return {
      protocol: departure.protocol,
      cancel: (headers) => {
        this.#begin({ draft: cancelDraft(draft, headers), branch, departure, listener: nobody });
      },
      abandon: () => transaction.abandon(),
    };
  }

  sendAck(draft: RequestDraft, way?: Way): SentAck {
    const { outbox, ids } = this.#options;
    const departure = outbox.departure(draft.nextHop, way);
    const { via } = departure.stamp(ids.branch());
    const bytes = serializeRequest(draft, { via });
    // A lost ACK is asked for again by the 2xx coming again.
    const repeat = () => void departure.send(bytes).catch(() => {});
    repeat();
    return { repeat };
  }

  receive(response: SipResponse): void {
    this.#open.get(responseKey(response))?.receive(response);
  }

  close(): void {
    for (const transaction of this.#open.values()) transaction.abandon();
  }

  #begin({ draft, branch, departure, listener }: Sending): ClientTransaction {
    const { clock, timers } = this.#options;
    const { via, contact } = departure.stamp(branch);
    const bytes = serializeRequest(draft, draft.method === "INVITE" ? { via, contact } : { via });
    const key = clientKey(branch, draft.method);
    const transaction = new ClientTransaction({
      method: draft.method,
      clock,
      timing: { ...timers, reliable: departure.protocol !== "UDP" },
      listener,
      sendRequest: () => departure.send(bytes),
      sendAck: (refusal) => {
        const ack = refusalAckDraft(draft, refusal.headers.get("To") ?? draft.to);
        void departure.send(serializeRequest(ack, { via })).catch(() => {});
      },
      terminated: () => this.#open.delete(key),
    });
    this.#open.set(key, transaction);
    return transaction;
  }
}
