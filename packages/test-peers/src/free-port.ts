import { createSocket } from "node:dgram";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

/** A port of 127.0.0.1 that is free over UDP and TCP. */
export async function freePort(): Promise<number> {
  const socket = createSocket("udp4");
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address();
  socket.close();
  await once(socket, "close");
  return (await bindTcp(port)) ? freePort() : port;
}

/** Whether somebody has the port. */
export async function portTaken(port: number, protocol: "UDP" | "TCP"): Promise<boolean> {
  const table = `/proc/net/${protocol.toLowerCase()}`;
  if (existsSync(table)) return isListed(readFileSync(table, "latin1"), port);
  return protocol === "UDP" ? bindUdp(port) : bindTcp(port);
}

/** Linux lists its sockets. Who tries a port by binding it may be in the way of whom he waits for. */
function isListed(table: string, port: number): boolean {
  const inHex = port.toString(16).toUpperCase().padStart(4, "0");
  // The state is that of a UDP socket, or of a TCP socket that listens: proc_net_tcp.rst of the kernel's documentation.
  return new RegExp(`^ *\\d+: [0-9A-F]{8}:${inHex} \\S+ (?:07|0A) `, "m").test(table);
}

/** Whether the port was taken. */
async function bindUdp(port: number): Promise<boolean> {
  const socket = createSocket("udp4");
  return new Promise((resolve) => {
    socket.once("error", () => resolve(true));
    socket.bind(port, "127.0.0.1", () => socket.close(() => resolve(false)));
  });
}

/** Whether the port was taken. */
async function bindTcp(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(true));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(false)));
  });
}
