import { randomInt } from "node:crypto";
import { createSocket } from "node:dgram";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";

/**
 * A port of 127.0.0.1 that is free over UDP and TCP, and stays so until the peer that it is for has it: the kernel gives
 * it to nobody who asks for any port, and no other test is given it, in no process.
 */
export async function freePort(): Promise<number> {
  const [least, most] = spanThatKernelLeaves();
  for (;;) {
    const port = randomInt(least, most);
    if ((await claimed(port)) && !(await bindUdp(port)) && !(await bindTcp(port))) return port;
  }
}

/** The least port and the one after the last. */
type Span = readonly [least: number, most: number];

/** Ports that a program gets only by their number; ip-sysctl.rst of the kernel's documentation. */
function spanThatKernelLeaves(): Span {
  const file = "/proc/sys/net/ipv4/ip_local_port_range";
  // What IANA has for others to take (RFC 6335 §6): where it is not said, the kernel's are there.
  const text = existsSync(file) ? readFileSync(file, "latin1") : "49152 65535";
  const [first = 0, last = 0] = text.trim().split(/\s+/).map(Number);
  const spans: readonly Span[] = [
    [10_000, first],
    [last + 1, 65_536],
  ];
  return spans.find(([least, most]) => most - least > 2000) ?? [10_000, 65_536];
}

/** Whether the port is now this process's until it ends. Linux lets one process have an abstract socket of a name. */
function claimed(port: number): Promise<boolean> {
  if (process.platform !== "linux") return Promise.resolve(true);
  const claim = createServer().unref();
  return new Promise((resolve) => {
    claim.once("error", () => resolve(false));
    claim.listen(`\0skill-call-test-port-${port}`, () => resolve(true));
  });
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
