import { once } from "node:events";
import type { Server, Socket } from "node:net";
import { SipTransportError } from "../errors.ts";
import { unmapped } from "./own-address.ts";
import { StreamConnection } from "./stream-connection.ts";
import {
  advertising,
  defaultHost,
  type ListenOptions,
  type Packet,
  type Peer,
  type Transport,
} from "./transport.ts";

const connectTimeoutMs = 5_000;

/** What TCP and TLS differ in. */
export interface Streams {
  readonly protocol: "TCP" | "TLS";
  readonly server: Server;
  /** The server's event that brings a connection. */
  readonly arrival: "connection" | "secureConnection";
  /** The socket's event after which it carries messages. */
  readonly ready: "connect" | "secureConnect";
  connect(peer: Peer): Socket;
}

/** Opens a listener for SIP over streams. @throws {SipTransportError} when the address cannot be had. */
export async function openStreamTransport(
  streams: Streams,
  options: ListenOptions,
): Promise<Transport> {
  const { protocol, server } = streams;
  const boundPort = await listen(streams, options);
  const connections = new StreamConnections(streams);
  server.on(streams.arrival, (socket: Socket) => connections.adopt(socket));
  return {
    protocol,
    ...advertising(options, boundPort),
    receive: (listener) => connections.receive(listener),
    send: async (bytes, peer) => connections.to(peer).send(bytes),
    close: async () => {
      connections.closeAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(
  { server, protocol }: Streams,
  { host = defaultHost, port = 0 }: ListenOptions,
): Promise<number> {
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (cause) {
    throw new SipTransportError(protocol, `${host}:${port}`, cause);
  }
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : port;
}

/** Every open connection, so that one to the same peer is used again: RFC 3261 §18. */
class StreamConnections {
  readonly #streams: Streams;
  readonly #open = new Map<number, StreamConnection>();
  readonly #byAddress = new Map<string, StreamConnection>();
  #listener: (packet: Packet) => void = () => {};
  #count = 0;

  constructor(streams: Streams) {
    this.#streams = streams;
  }

  receive(listener: (packet: Packet) => void): void {
    this.#listener = listener;
  }

  adopt(socket: Socket): void {
    const { remoteAddress, remotePort } = socket;
    // Gone again before it was looked at.
    if (remoteAddress === undefined || remotePort === undefined) return void socket.destroy();
    this.#keep(socket, { address: unmapped(remoteAddress), port: remotePort });
  }

  to(peer: Peer): StreamConnection {
    const open = this.#open.get(peer.connection ?? 0) ?? this.#byAddress.get(key(peer));
    return open ?? this.#connect(peer);
  }

  closeAll(): void {
    for (const connection of this.#open.values()) connection.close();
  }

  #connect(peer: Peer): StreamConnection {
    const socket = this.#streams.connect(peer);
    socket.setTimeout(connectTimeoutMs, () => socket.destroy(new Error("connecting timed out")));
    socket.once(this.#streams.ready, () => socket.setTimeout(0));
    return this.#keep(socket, peer, this.#streams.ready);
  }

  #keep(socket: Socket, { address, port }: Peer, ready?: string): StreamConnection {
    this.#count += 1;
    const peer = { address, port, connection: this.#count };
    const connection = new StreamConnection(this.#streams.protocol, { socket, peer, ready });
    this.#open.set(peer.connection, connection);
    this.#byAddress.set(key(peer), connection);
    connection.whenClosed(() => this.#forget(peer, connection));
    connection.receive((packet) => this.#listener(packet));
    return connection;
  }

  #forget(peer: Peer, connection: StreamConnection): void {
    this.#open.delete(peer.connection ?? 0);
    if (this.#byAddress.get(key(peer)) === connection) this.#byAddress.delete(key(peer));
  }
}

function key({ address, port }: Peer): string {
  return `${address}:${port}`;
}
