import type { Socket } from "node:net";
import { SipTransportError } from "../errors.ts";
import { StreamFramer } from "./stream-framer.ts";
import type { Packet, Peer } from "./transport.ts";

/** RFC 5626 §4.4.1. */
const pong = "\r\n";

/** One TCP connection that carries SIP in both directions. */
export class TcpConnection {
  readonly #socket: Socket;
  readonly #peer: Peer;
  #trouble: Error | undefined;

  constructor(socket: Socket, peer: Peer) {
    this.#socket = socket;
    this.#peer = peer;
    socket.setNoDelay(true);
    socket.on("error", (error) => {
      this.#trouble = error;
    });
  }

  /** `listener` gets every message until the other end breaks the framing. */
  receive(listener: (packet: Packet) => void): void {
    const framer = new StreamFramer();
    this.#socket.on("data", (chunk: Buffer) => {
      const { messages, pings, broken } = framer.push(chunk);
      if (pings > 0) this.#socket.write(pong.repeat(pings));
      for (const bytes of messages) listener({ bytes, peer: this.#peer });
      if (broken) this.#socket.removeAllListeners("data").end();
    });
  }

  whenClosed(listener: () => void): void {
    this.#socket.on("close", listener);
  }

  /** @throws {SipTransportError} when the connection breaks, or never comes about. */
  send(bytes: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.write(bytes, (error) => {
        if (!error) return resolve();
        const peer = `${this.#peer.address}:${this.#peer.port}`;
        reject(new SipTransportError("TCP", peer, this.#trouble ?? error));
      });
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}
