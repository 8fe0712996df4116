import type { Socket } from "node:net";
import { SipTransportError } from "../errors.ts";
import { StreamFramer } from "./stream-framer.ts";
import type { Packet, Peer } from "./transport.ts";

/** RFC 5626 §4.4.1. */
const pong = "\r\n";

interface Connection {
  readonly socket: Socket;
  readonly peer: Peer;
  /** The event after which the socket carries messages; without it, it does already. */
  readonly ready?: string | undefined;
}

/** One TCP or TLS connection that carries SIP in both directions. */
export class StreamConnection {
  readonly #protocol: "TCP" | "TLS";
  readonly #socket: Socket;
  readonly #peer: Peer;
  /** Until the socket carries messages: nothing is said to a TLS peer before it has shown who it is. */
  #ready: Promise<void> | undefined;
  #trouble: Error | undefined;

  constructor(protocol: "TCP" | "TLS", { socket, peer, ready }: Connection) {
    this.#protocol = protocol;
    this.#socket = socket;
    this.#peer = peer;
    socket.setNoDelay(true);
    socket.on("error", (error) => {
      this.#trouble = error;
    });
    if (ready === undefined) return;
    this.#ready = carries(socket, ready).then(() => {
      this.#ready = undefined;
    });
    this.#ready.catch(() => {});
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
  async send(bytes: Buffer): Promise<void> {
    try {
      if (this.#ready) await this.#ready;
      await new Promise<void>((resolve, reject) => {
        this.#socket.write(bytes, (error) => (error ? reject(error) : resolve()));
      });
    } catch (cause) {
      const peer = `${this.#peer.address}:${this.#peer.port}`;
      throw new SipTransportError(this.#protocol, peer, this.#trouble ?? cause);
    }
  }

  close(): void {
    this.#socket.destroy();
  }
}

function carries(socket: Socket, ready: string): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.once(ready, resolve);
    socket.once("close", () => reject(new Error("the connection was closed")));
  });
}
