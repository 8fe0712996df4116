import type { Clock } from "../clock.ts";
import type { IdSource } from "../ids.ts";
import type { SipRequest } from "../message/message.ts";
import { tagOf } from "../message/name-address.ts";
import { stampVia } from "../message/via.ts";
import { replyPeer } from "../transport/reply-peer.ts";
import type { Peer, Transport } from "../transport/transport.ts";
import type { Flow } from "./outbox.ts";
import { ServerTransaction } from "./server-transaction.ts";
import type { TimerValues } from "./timing.ts";
import { mergeKey, serverKey } from "./transaction-key.ts";

/** Who answers requests. */
export interface RequestListener {
  /** A new request; `flow` is the way it came. */
  request(request: SipRequest, transaction: ServerTransaction, flow: Flow): void;
  /** The acknowledgement of a 2xx; may come more than once. */
  acknowledged(ack: SipRequest): void;
}

export interface RequestReceiverOptions {
  readonly clock: Clock;
  readonly timers: TimerValues;
  readonly ids: IdSource;
  readonly listener: RequestListener;
}

/** A request, and how it got here. */
interface Arrival {
  readonly request: SipRequest;
  readonly key: string;
  /** Of the INVITE that a CANCEL speaks of. */
  readonly inviteKey: string;
  readonly peer: Peer;
  readonly transport: Transport;
}

/** Tells new requests from copies, acknowledgements and cancellations of earlier ones. */
export class RequestReceiver {
  readonly #options: RequestReceiverOptions;
  readonly #open = new Map<string, ServerTransaction>();
  /** The server key of each request that is being answered, by what its copies from other ways share. */
  readonly #merges = new Map<string, string>();

  constructor(options: RequestReceiverOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#open.size;
  }

  receive(arrived: SipRequest, peer: Peer, transport: Transport): void {
    const key = serverKey(arrived);
    const known = this.#open.get(key);
    const request = { ...arrived, via: stampVia(arrived.via, peer) };
    const inviteKey = serverKey(arrived, "INVITE");
    if (request.method === "ACK") this.#acknowledge(request, known);
    else if (known) known.receiveCopy();
    else this.#begin({ request, key, inviteKey, peer, transport });
  }

  close(): void {
    for (const transaction of this.#open.values()) transaction.abandon();
  }

  #acknowledge(ack: SipRequest, invite: ServerTransaction | undefined): void {
    if (invite) invite.receiveAck(ack);
    else this.#options.listener.acknowledged(ack);
  }

  #begin(arrival: Arrival): void {
    const { request } = arrival;
    const merged = tagOf(request.to) === undefined && this.#merges.has(mergeKey(request));
    const transaction = this.#openTransaction(arrival);
    if (request.method === "CANCEL") this.#cancel(arrival, transaction);
    else if (merged) this.#answer(transaction, 482);
    else this.#handOver(arrival, transaction);
  }

  #handOver({ request, peer, transport }: Arrival, transaction: ServerTransaction): void {
    if (request.method === "INVITE") transaction.respond({ status: 100 });
    const flow = { protocol: transport.protocol, peer };
    this.#options.listener.request(request, transaction, flow);
  }

  #openTransaction({ request, key, peer, transport }: Arrival): ServerTransaction {
    const { clock, timers, listener } = this.#options;
    const merge = mergeKey(request);
    const to = replyPeer(request.via, peer);
    const transaction = new ServerTransaction({
      request,
      clock,
      timing: { ...timers, reliable: transport.protocol !== "UDP" },
      // A lost answer is asked for again by the request coming again.
      send: (bytes) => void transport.send(bytes, to).catch(() => {}),
      acknowledged: (ack) => listener.acknowledged(ack),
      terminated: () => this.#forget(key, merge),
    });
    this.#open.set(key, transaction);
    if (!this.#merges.has(merge)) this.#merges.set(merge, key);
    return transaction;
  }

  #forget(key: string, merge: string): void {
    this.#open.delete(key);
    if (this.#merges.get(merge) === key) this.#merges.delete(merge);
  }

  /** RFC 3261 §9.2: the CANCEL is answered for itself, the INVITE by whoever has it. */
  #cancel({ request, inviteKey }: Arrival, transaction: ServerTransaction): void {
    const invite = this.#open.get(inviteKey);
    this.#answer(transaction, invite ? 200 : 481);
    invite?.cancel(request);
  }

  #answer(transaction: ServerTransaction, status: number): void {
    transaction.respond({ status, toTag: this.#options.ids.tag() });
  }
}
