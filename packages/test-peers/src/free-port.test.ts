import { createSocket } from "node:dgram";
import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "@jest/globals";
import { freePort, portTaken } from "./free-port.ts";

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
