import { SipParseError } from "../errors.ts";
import { contentLength } from "../message/read-body.ts";
import { endOfHead, maxMessageBytes, splitMessage } from "../message/split-message.ts";

/** What the latest bytes of a stream brought. */
export interface Framed {
  readonly messages: readonly Buffer[];
  /** Keep-alives that want an answer: RFC 5626 §4.4.1. */
  readonly pings: number;
  /** The stream cannot be followed any further; the last message is what was there. */
  readonly broken: boolean;
}

/** Cuts a byte stream into messages by their Content-Length: RFC 3261 §18.3. */
export class StreamFramer {
  #unread: Buffer = Buffer.alloc(0);

  push(chunk: Buffer): Framed {
    this.#unread = this.#unread.length === 0 ? chunk : Buffer.concat([this.#unread, chunk]);
    const messages: Buffer[] = [];
    let pings = this.#skipKeepAlives();
    let broken = false;
    for (let next = this.#nextMessage(); next; next = this.#nextMessage()) {
      messages.push(next.message);
      broken = next.broken;
      if (broken) break;
      pings += this.#skipKeepAlives();
    }
    return { messages, pings, broken: broken || this.#unread.length > maxMessageBytes };
  }

  #nextMessage(): { message: Buffer; broken: boolean } | undefined {
    const head = this.#unread.indexOf(endOfHead);
    if (head < 0) return undefined;
    const bodyAt = head + endOfHead.length;
    const length = countedLength(this.#unread.subarray(0, bodyAt));
    if (length === undefined) return { message: this.#take(bodyAt), broken: true };
    if (this.#unread.length < bodyAt + length) return undefined;
    return { message: this.#take(bodyAt + length), broken: false };
  }

  /** A copy, so that a call does not keep the whole chunk it came in. */
  #take(length: number): Buffer {
    const message = Buffer.from(this.#unread.subarray(0, length));
    this.#unread = this.#unread.subarray(length);
    return message;
  }

  #skipKeepAlives(): number {
    let at = 0;
    while (this.#unread[at] === 0x0d && this.#unread[at + 1] === 0x0a) at += 2;
    this.#unread = this.#unread.subarray(at);
    return Math.floor(at / endOfHead.length);
  }
}

/** Octets after the head; undefined where they are not counted, or not in a way that can be trusted. */
function countedLength(head: Buffer): number | undefined {
  try {
    return contentLength(splitMessage(head).headers);
  } catch (error) {
    if (error instanceof SipParseError) return undefined;
    throw error;
  }
}
