import { createHash } from "node:crypto";
import type { Clock } from "../clock.ts";
import type { SipParseError } from "../errors.ts";
import type { IdSource } from "../ids.ts";
import type { HeaderList } from "../message/header-list.ts";
import { serializeRefusal } from "../message/response-draft.ts";
import type { Packet, Peer, Transport } from "../transport/transport.ts";
import { Outbox } from "./outbox.ts";
import { readPacket, type Unreadable } from "./read-packet.ts";
import { type RequestListener, RequestReceiver } from "./request-receiver.ts";
import { RequestSender } from "./request-sender.ts";
import type { TimerValues } from "./timing.ts";

export interface TransactionLayerOptions {
  readonly transports: readonly [Transport, ...Transport[]];
  readonly clock: Clock;
  readonly timers: TimerValues;
  readonly ids: IdSource;
  readonly listener: RequestListener;
  /** Told of packets that are no SIP message. */
  readonly unreadable: (error: SipParseError, peer: Peer) => void;
}

/** Everything between the transports and the user agent: RFC 3261 §17 and §18. */
export class TransactionLayer {
  readonly outbox: Outbox;
  readonly sender: RequestSender;
  readonly #receiver: RequestReceiver;
  readonly #options: TransactionLayerOptions;

  constructor(options: TransactionLayerOptions) {
    this.#options = options;
    this.outbox = new Outbox(options.transports);
    this.sender = new RequestSender({ ...options, outbox: this.outbox });
    this.#receiver = new RequestReceiver(options);
    for (const transport of options.transports) {
      transport.receive((packet) => this.#receive(packet, transport));
    }
  }

  /** Transactions that are not over yet. */
  get size(): number {
    return this.sender.size + this.#receiver.size;
  }

  async close(): Promise<void> {
    this.sender.close();
    this.#receiver.close();
    await Promise.all(this.#options.transports.map((transport) => transport.close()));
  }

  #receive({ bytes, peer }: Packet, transport: Transport): void {
    const message = readPacket(bytes);
    if (message.kind === "request") this.#receiver.receive(message, peer, transport);
    else if (message.kind === "unreadable") this.#refuse(message, peer, transport);
    // RFC 3261 §8.1.3.3: a response that has passed other hops after us is not for us.
    else if (message.earlierVias.length === 0) this.sender.receive(message);
  }

  #refuse({ error, answerTo }: Unreadable, peer: Peer, transport: Transport): void {
    this.#options.unreadable(error, peer);
    if (!answerTo) return;
    const { status, message } = error;
    const reason = status === 400 ? `Bad Request: ${message}` : undefined;
    const bytes = serializeRefusal(answerTo, { status, reason, toTag: constantTag(answerTo) });
    void transport.send(bytes, peer).catch(() => {});
  }
}

/** RFC 3261 §8.2.7: an answer without a transaction has the same tag each time. */
function constantTag(headers: HeaderList): string {
  return createHash("sha256").update(headers.all("Via").join()).digest("hex").slice(0, 16);
}
