import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout } from "node:timers/promises";

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

/** Resolves when somebody has the port. */
export async function portTaken(port: number, protocol: "UDP" | "TCP"): Promise<void> {
  const bind = protocol === "UDP" ? bindUdp : bindTcp;
  while (!(await bind(port))) await setTimeout(10);
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
