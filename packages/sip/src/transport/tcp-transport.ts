import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import { SipTransportError } from "../errors.ts";
import { TcpConnection } from "./tcp-connection.ts";
import {
  defaultHost,
  type ListenOptions,
  type Packet,
  type Peer,
  type Transport,
} from "./transport.ts";

const connectTimeoutMs = 5_000;

/** Opens a TCP listener for SIP. @throws {SipTransportError} when the address cannot be had. */
export async function openTcpTransport(options: ListenOptions = {}): Promise<Transport> {
  const { host = defaultHost, port = 0 } = options;
  const server = createServer();
  const boundPort = await listen(server, host, port);
  const connections = new TcpConnections();
  server.on("connection", (socket) => connections.adopt(socket));
  return {
    protocol: "TCP",
    advertised: { host: options.advertisedHost ?? host, port: boundPort },
    receive: (listener) => connections.receive(listener),
    send: async (bytes, peer) => connections.to(peer).send(bytes),
    close: async () => {
      connections.closeAll();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(server: Server, host: string, port: number): Promise<number> {
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (cause) {
    throw new SipTransportError("TCP", `${host}:${port}`, cause);
  }
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : port;
}

/** Every open connection, so that one to the same peer is used again: RFC 3261 §18. */
class TcpConnections {
  readonly #open = new Map<number, TcpConnection>();
  readonly #byAddress = new Map<string, TcpConnection>();
  #listener: (packet: Packet) => void = () => {};
  #count = 0;

  receive(listener: (packet: Packet) => void): void {
    this.#listener = listener;
  }

  adopt(socket: Socket): void {
    const { remoteAddress, remotePort } = socket;
    // Gone again before it was looked at.
    if (remoteAddress === undefined || remotePort === undefined) return void socket.destroy();
    this.#keep(socket, { address: remoteAddress, port: remotePort });
  }

  to(peer: Peer): TcpConnection {
    const open = this.#open.get(peer.connection ?? 0) ?? this.#byAddress.get(key(peer));
    return open ?? this.#connect(peer);
  }

  closeAll(): void {
    for (const connection of this.#open.values()) connection.close();
  }

  #connect({ address, port }: Peer): TcpConnection {
    const socket = connect({ host: address, port });
    socket.setTimeout(connectTimeoutMs, () => socket.destroy(new Error("connecting timed out")));
    socket.once("connect", () => socket.setTimeout(0));
    return this.#keep(socket, { address, port });
  }

  #keep(socket: Socket, { address, port }: { address: string; port: number }): TcpConnection {
    this.#count += 1;
    const peer = { address, port, connection: this.#count };
    const connection = new TcpConnection(socket, peer);
    this.#open.set(peer.connection, connection);
    this.#byAddress.set(key(peer), connection);
    connection.whenClosed(() => this.#forget(peer, connection));
    connection.receive((packet) => this.#listener(packet));
    return connection;
  }

  #forget(peer: Peer, connection: TcpConnection): void {
    this.#open.delete(peer.connection ?? 0);
    if (this.#byAddress.get(key(peer)) === connection) this.#byAddress.delete(key(peer));
  }
}

function key({ address, port }: Peer): string {
  return `${address}:${port}`;
}
