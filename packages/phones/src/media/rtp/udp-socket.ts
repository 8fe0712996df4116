import { createSocket } from "node:dgram";
import { isIPv6 } from "node:net";

export interface UdpSocket {
  readonly port: number;
  send(datagram: Uint8Array, remote: { readonly host: string; readonly port: number }): void;
  close(): Promise<void>;
}

export interface UdpSocketOptions {
  readonly host: string;
  readonly onDatagram: (datagram: Uint8Array) => void;
  readonly onError: (error: Error) => void;
}

/** A socket on a free port. */
export async function openUdpSocket(options: UdpSocketOptions): Promise<UdpSocket> {
  const { host, onDatagram, onError } = options;
  const socket = createSocket(isIPv6(host) ? "udp6" : "udp4");
  socket.on("message", onDatagram);
  await new Promise<void>((resolve, reject) => {
    socket.once("error", reject);
    socket.bind({ address: host, port: 0 }, () => {
      socket.off("error", reject).on("error", onError);
      resolve();
    });
  });
  let closed: Promise<void> | undefined;
  return {
    port: socket.address().port,
    // Lost media are no error: nobody sends them again.
    send: (datagram, { host: to, port }) => !closed && socket.send(datagram, port, to, () => {}),
    close: () => {
      closed ??= new Promise((resolve) => void socket.close(() => resolve()));
      return closed;
    },
  };
}
