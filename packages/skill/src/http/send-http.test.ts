import { afterEach, expect, test } from "@jest/globals";
import {
  answerJson,
  type LoopbackServer,
  startLoopbackServer,
} from "../testing/loopback-server.ts";
import { failureKindOf, HttpFailure } from "./http-failure.ts";
import { sendHttp, successful } from "./send-http.ts";

const servers: LoopbackServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

async function serve(answer: Parameters<typeof startLoopbackServer>[0]): Promise<LoopbackServer> {
  const server = await startLoopbackServer(answer);
  servers.push(server);
  return server;
}

const never = new AbortController().signal;

test("a request goes out as it is and its answer comes back whole", async () => {
  const server = await serve((_, response) => answerJson(response, 201, { café: "é" }));
  const answer = await sendHttp({
    method: "POST",
    url: `${server.origin}/v1/x?y=1`,
    headers: { Authorization: "Bearer t", "Content-Type": "application/json" },
    body: '{"naïve":true}',
    signal: never,
  });
  expect(answer).toMatchObject({ status: 201, body: '{"café":"é"}' });
  expect(answer.headers["content-type"]).toBe("application/json");
  expect(server.seen).toMatchObject([
    {
      method: "POST",
      url: "/v1/x?y=1",
      headers: { authorization: "Bearer t", "content-type": "application/json" },
      body: '{"naïve":true}',
    },
  ]);
});

test("a server that never answers is given up when the signal fires", async () => {
  const controller = new AbortController();
  const server = await serve(() => controller.abort());
  const sent = sendHttp({
    method: "GET",
    url: server.origin,
    headers: {},
    signal: controller.signal,
  });
  await expect(sent).rejects.toMatchObject({ name: "HttpFailure", kind: "timeout" });
});

test("an answer that stops half-way is given up when the signal fires", async () => {
  const controller = new AbortController();
  const server = await serve((_, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("{", () => controller.abort());
  });
  const sent = sendHttp({
    method: "GET",
    url: server.origin,
    headers: {},
    signal: controller.signal,
  });
  await expect(sent).rejects.toMatchObject({ kind: "timeout" });
});

test("a request whose time is over before it began is not sent", async () => {
  const server = await serve((_, response) => answerJson(response, 200, {}));
  const signal = AbortSignal.abort();
  const sent = sendHttp({ method: "POST", url: server.origin, headers: {}, signal });
  await expect(sent).rejects.toMatchObject({ kind: "timeout" });
  expect(server.seen).toEqual([]);
});

test("a connection that is reset is a lost one, and nothing is sent a second time", async () => {
  const server = await serve((_, response) => response.destroy());
  const request = { method: "POST", url: server.origin, headers: {}, body: "{}" } as const;
  const sent = sendHttp({ ...request, signal: never });
  await expect(sent).rejects.toMatchObject({
    kind: "connection-lost",
    cause: { code: "ECONNRESET" },
  });
  expect(server.seen).toHaveLength(1);
});

test("a server that is not there is a lost connection", async () => {
  const server = await startLoopbackServer(() => undefined);
  await server.close();
  const sent = sendHttp({ method: "GET", url: server.origin, headers: {}, signal: never });
  await expect(sent).rejects.toMatchObject({ kind: "connection-lost" });
});

test("every request has a connection of its own: none is kept that may have died meanwhile", async () => {
  const server = await serve((_, response) => answerJson(response, 200, {}));
  const request = { method: "GET", url: server.origin, headers: {}, signal: never } as const;
  await sendHttp(request);
  await sendHttp(request);
  expect(server.seen.map(({ headers }) => headers.connection)).toEqual(["close", "close"]);
});

test.each([
  [400, "bad-request"],
  [401, "bad-token"],
  [403, "access-denied"],
  [404, "not-found"],
  [409, "bad-request"],
  [429, "throttled"],
  [500, "unavailable"],
  [503, "unavailable"],
  [302, "unavailable"],
])("status %i is a failure of kind %s", (status, kind) => {
  expect(failureKindOf(status)).toBe(kind);
  const answer = { status, headers: {}, body: "" };
  expect(() => successful(answer)).toThrow(expect.objectContaining({ kind, status }));
});

test.each([200, 201, 204])("status %i is success", (status) => {
  const answer = { status, headers: {}, body: "" };
  expect(successful(answer)).toBe(answer);
});

test("a failure says its kind and nothing of what was sent", () => {
  expect(new HttpFailure("throttled", { status: 429 }).message).toBe(
    "The request failed: throttled",
  );
});
