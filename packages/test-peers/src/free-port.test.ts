import { execFile } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:net";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";
import { freePort, portTaken } from "./free-port.ts";

// How Linux deals ports out.
const onLinux = process.platform === "linux" ? test : test.skip;

onLinux("a port is given once, and not to who asks for any", async () => {
  const ports = await Promise.all(Array.from({ length: 200 }, freePort));
  expect(new Set(ports).size).toBe(ports.length);
  const [first = 0, last = 0] = (await readFile("/proc/sys/net/ipv4/ip_local_port_range", "latin1"))
    .split(/\s+/)
    .map(Number);
  expect(ports.filter((port) => port >= first && port <= last)).toEqual([]);
});

onLinux("a port that a process was given is no other's", async () => {
  const port = await freePort();
  const claim = `require("node:net").createServer().once("error", ({ code }) => console.log(code)).listen("\\0skill-call-test-port-${port}")`;
  const { stdout } = await promisify(execFile)(process.execPath, ["-e", claim]);
  expect(stdout).toBe("EADDRINUSE\n");
});

test("a port is taken as long as somebody has it, over UDP", async () => {
  const port = await freePort();
  expect(await portTaken(port, "UDP")).toBe(false);
  const socket = createSocket("udp4").bind(port, "127.0.0.1");
  await once(socket, "listening");
  expect(await portTaken(port, "UDP")).toBe(true);
  expect(await portTaken(port, "TCP")).toBe(false);
  socket.close();
  await once(socket, "close");
  expect(await portTaken(port, "UDP")).toBe(false);
});

test("a port is taken as long as somebody listens at it, over TCP", async () => {
  const port = await freePort();
  const server = createServer().listen(port, "127.0.0.1");
  await once(server, "listening");
  expect(await portTaken(port, "TCP")).toBe(true);
  server.close();
  await once(server, "close");
  expect(await portTaken(port, "TCP")).toBe(false);
});
