import { randomInt } from "node:crypto";
import { createSocket, type Socket } from "node:dgram";
import { isIPv6 } from "node:net";
import { mapped, unmapped } from "@skill-call/sip";
import { NoPortError } from "../media-error.ts";
import type { Address } from "./far-address.ts";

export interface UdpSocket {
  readonly port: number;
  send(datagram: Uint8Array, remote: Address): void;
  close(): Promise<void>;
}

/** Ports from the first to the last, both of them included. */
export interface PortRange {
  readonly from: number;
  readonly to: number;
}

export interface UdpSocketOptions {
  readonly host: string;
  /** Any free port without it. */
  readonly ports?: PortRange | undefined;
  readonly onDatagram: (datagram: Uint8Array, source: Address) => void;
  readonly onError: (error: Error) => void;
}

/**
 * A socket on a free port: of a range an even one (RFC 3550 §11).
 * @throws {NoPortError} when every port of the range is taken
 */
export async function openUdpSocket(options: UdpSocketOptions): Promise<UdpSocket> {
  const { host, ports, onDatagram, onError } = options;
  const socket = await bound(host, ports);
  socket.on("message", (datagram, { address, port }) =>
    onDatagram(datagram, { host: unmapped(address), port }),
  );
  socket.on("error", onError);
  let closed: Promise<void> | undefined;
  return {
    port: socket.address().port,
    // Lost media are not an error: nobody sends them again.
    send: (datagram, { host: to, port }) =>
      !closed && socket.send(datagram, port, mapped(to, host), () => {}),
    close: () => {
      closed ??= new Promise((resolve) => void socket.close(() => resolve()));
      return closed;
    },
  };
}

async function bound(host: string, ports: PortRange | undefined): Promise<Socket> {
  if (!ports) return bind(host, 0);
  const even = evenPorts(ports);
  const start = randomInt(Math.max(1, even.length));
  for (const port of [...even.slice(start), ...even.slice(0, start)]) {
    const socket = await bind(host, port).catch(unlessTaken);
    if (socket) return socket;
  }
  throw new NoPortError(`Every port from ${ports.from} to ${ports.to} is taken.`);
}

function evenPorts({ from, to }: PortRange): readonly number[] {
  const first = from + (from % 2);
  return Array.from(
    { length: Math.max(0, Math.floor((to - first) / 2) + 1) },
    (_, i) => first + 2 * i,
  );
}

function unlessTaken(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
}

function bind(host: string, port: number): Promise<Socket> {
  const socket = createSocket(isIPv6(host) ? "udp6" : "udp4");
  return new Promise((resolve, reject) => {
    socket.once("error", (error) => {
      socket.close();
      reject(error);
    });
    socket.bind({ address: host, port }, () => {
      socket.removeAllListeners("error");
      resolve(socket);
    });
  });
}
