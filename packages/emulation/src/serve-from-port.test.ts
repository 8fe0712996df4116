import { afterEach, expect, test } from "@jest/globals";
import { Hono } from "hono";
import { type LoopbackEnv, type LoopbackServer, serveOnLoopback } from "./loopback-server.ts";
import { serveFromPort } from "./serve-from-port.ts";

const app = new Hono<LoopbackEnv>();
const open: LoopbackServer[] = [];
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

function kept<Server extends LoopbackServer>(server: Server): Server {
  open.push(server);
  return server;
}

const portOf = ({ endpoint }: LoopbackServer) => Number(new URL(endpoint).port);

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = await serveOnLoopback(app);
  await server.close();
  return portOf(server);
}

test("the usual port is taken where it is free", async () => {
  const usual = await freePort();
  const server = kept(await serveFromPort(app, { usual }));
  expect([portOf(server), server.takenPort]).toEqual([usual, undefined]);
});

test("where it is not, another is taken and that is said", async () => {
  const usual = portOf(kept(await serveOnLoopback(app)));
  const server = kept(await serveFromPort(app, { usual }));
  expect(portOf(server)).not.toBe(usual);
  expect(server.takenPort).toBe(usual);
});

test("the port that was asked for is taken or nothing is", async () => {
  const asked = portOf(kept(await serveOnLoopback(app)));
  await expect(serveFromPort(app, { usual: 4700, asked })).rejects.toMatchObject({
    code: "EADDRINUSE",
  });
});
