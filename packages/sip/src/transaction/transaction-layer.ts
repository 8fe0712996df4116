import { createHash } from "node:crypto";
import type { Clock } from "../clock.ts";
import { SipParseError } from "../errors.ts";
import type { IdSource } from "../ids.ts";
import type { HeaderList } from "../message/header-list.ts";
import type { SipMessage } from "../message/message.ts";
import { readMessage } from "../message/parse-message.ts";
import { serializeRefusal } from "../message/response-draft.ts";
import { sessionPart } from "../message/session-part.ts";
import { type RawMessage, splitMessage } from "../message/split-message.ts";
import type { Packet, Peer, Transport } from "../transport/transport.ts";
import { Outbox } from "./outbox.ts";
import { type RequestListener, RequestReceiver } from "./request-receiver.ts";
import { RequestSender } from "./request-sender.ts";
import type { TimerValues } from "./timing.ts";

export interface TransactionLayerOptions {
  readonly transports: readonly [Transport, ...Transport[]];
  readonly clock: Clock;
  readonly timers: TimerValues;
  readonly ids: IdSource;
  readonly listener: RequestListener;
  /** Told of packets that are not SIP messages. */
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

/** Bytes that are not a message we can work with. */
interface Unreadable {
  readonly kind: "unreadable";
  readonly error: SipParseError;
  /** What an answer can repeat, where the sender waits for one. */
  readonly answerTo?: HeaderList;
}

/** Reads a packet, or says what is wrong with it. */
function readPacket(bytes: Buffer): SipMessage | Unreadable {
  let raw: RawMessage | undefined;
  try {
    raw = splitMessage(bytes);
    return withSession(readMessage(raw));
  } catch (error) {
    if (!(error instanceof SipParseError)) throw error;
    return raw && wantsAnswer(raw)
      ? { kind: "unreadable", error, answerTo: raw.headers }
      : { kind: "unreadable", error };
  }
}

/** What a call looks at is the session, whatever else was sent beside it. */
function withSession(message: SipMessage): SipMessage {
  return message.body ? { ...message, body: sessionPart(message.body) } : message;
}

/** Responses and ACKs are never answered, nor is what does not even look like a request. */
function wantsAnswer({ startLine, headers }: RawMessage): boolean {
  return !/^(?:SIP\/|ACK\s)/i.test(startLine) && headers.has("CSeq") && headers.has("Via");
}
