import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { isIPv6 } from "node:net";
import { SipTransportError } from "../errors.ts";
import { mapped, unmapped } from "./own-address.ts";
import { advertising, defaultHost, type ListenOptions, type Transport } from "./transport.ts";

/** Bursts arrive faster than one thread reads; the kernel caps this at `net.core.rmem_max`. */
const receiveBufferBytes = 4 * 1024 * 1024;

export interface UdpOptions extends ListenOptions {
  /** Says which datagrams get lost on purpose, to test what happens then. */
  readonly loses?: (datagram: Buffer, direction: "in" | "out") => boolean;
}

/** Opens a UDP socket for SIP. @throws {SipTransportError} when the address cannot be had. */
export async function openUdpTransport(options: UdpOptions = {}): Promise<Transport> {
  const { host = defaultHost, port = 0, loses = () => false } = options;
  const socket = await bind(host, port);
  return {
    protocol: "UDP",
    ...advertising(options, socket.address().port),
    receive: (listener) => {
      socket.on("message", (bytes, { address, port: from }) => {
        if (loses(bytes, "in")) return;
        listener({ bytes, peer: { address: unmapped(address), port: from } });
      });
    },
    send: async (bytes, { address, port: to }) => {
      if (loses(bytes, "out")) return;
      await sendDatagram(socket, bytes, { address: mapped(address, host), port: to });
    },
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

async function bind(host: string, port: number): Promise<Socket> {
  const type = isIPv6(host) ? "udp6" : "udp4";
  const socket = createSocket({ type, recvBufferSize: receiveBufferBytes });
  try {
    socket.bind(port, host);
    await once(socket, "listening");
  } catch (cause) {
    throw new SipTransportError("UDP", `${host}:${port}`, cause);
  }
  // A datagram that could not be sent is told to its sender; the socket itself goes on.
  socket.on("error", () => {});
  return socket;
}

function sendDatagram(
  socket: Socket,
  bytes: Buffer,
  to: { address: string; port: number },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (cause: unknown) =>
      reject(new SipTransportError("UDP", `${to.address}:${to.port}`, cause));
    try {
      socket.send(bytes, to.port, to.address, (error) => (error ? failed(error) : resolve()));
    } catch (cause) {
      // A port out of range, or a socket that is closed already.
      failed(cause);
    }
  });
}
