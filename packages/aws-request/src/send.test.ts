import { getEventListeners } from "node:events";
import type { RequestListener } from "node:http";
import { setImmediate as turn } from "node:timers/promises";
import { afterEach, expect, test } from "@jest/globals";
import { keptConnections, send } from "./send.ts";
import { closeEndpoints, endpointThat } from "./testing/endpoint-that.ts";

afterEach(closeEndpoints);

async function requestTo(answer: RequestListener) {
  return { method: "POST", url: new URL(await endpointThat(answer)), headers: {}, body: "{}" };
}

test("what is given up already is not sent", async () => {
  let asked = 0;
  const request = await requestTo((_, response) => {
    asked += 1;
    response.end();
  });
  const signal = AbortSignal.abort(new RangeError("too late"));
  await expect(send(request, { signal })).rejects.toThrow("too late");
  expect(asked).toBe(0);
});

test("a server that never answers is given up, for the signal's reason", async () => {
  const controller = new AbortController();
  const request = await requestTo(() => controller.abort(new RangeError("too late")));
  await expect(send(request, { signal: controller.signal })).rejects.toThrow("too late");
});

test("an answer that stops half-way is given up", async () => {
  const controller = new AbortController();
  const request = await requestTo((_, response) => {
    response.writeHead(200, { "content-length": "10" }).write("half");
    setImmediate(() => controller.abort());
  });
  await expect(send(request, { signal: controller.signal })).rejects.toThrow();
});

test("what is answered leaves nothing behind at its signal, on a connection that stays open, too", async () => {
  const { signal } = new AbortController();
  const connections = keptConnections();
  const request = await requestTo((_, response) => response.end("ok"));
  for (const _ of [1, 2, 3]) {
    expect((await send(request, { connections, signal })).body).toBe("ok");
    await turn();
  }
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  connections.http.destroy();
});
