import { afterEach, expect, test } from "@jest/globals";
import { type LoopbackEnv, type LoopbackServer, serveOnLoopback } from "@skill-call/emulation";
import { Hono } from "hono";
import { type Change, changesStream } from "./changes-stream.ts";

let server: LoopbackServer;
afterEach(() => server.close());

test("a page that does not read is let go after so many changes, and nobody waits for it", async () => {
  const listeners = new Set<(change: Change) => void>();
  const app = new Hono<LoopbackEnv>();
  const source = {
    now: () => ({ type: "all" }),
    listen: (listener: (change: Change) => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  app.get("/", (c) => changesStream(c, [source]));
  server = await serveOnLoopback(app);
  const page = await fetch(server.endpoint);
  expect(page.headers.get("content-type")).toBe("text/event-stream");
  expect(listeners.size).toBe(1);
  const long = "x".repeat(1_000);
  for (let sent = 0; sent < 50_000 && listeners.size > 0; sent += 1) {
    for (const listener of listeners) listener({ type: "step", long } as Change);
    if (sent % 100 === 0) await new Promise(setImmediate);
  }
  expect(listeners.size).toBe(0);
  // What waited still comes, then the end: the browser asks anew.
  const text = await page.text();
  expect(text.startsWith("event: all\n")).toBe(true);
});
