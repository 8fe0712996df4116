import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test } from "@jest/globals";
import { sampleContext } from "../../test/support/sample-context.ts";
import { DestinationServiceError } from "../errors.ts";
import { pickNumberOverHttp } from "./pick-number-over-http.ts";

const servers: { close(): void; closeAllConnections(): void }[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serviceThat(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/closest`;
}

const pickNumber = pickNumberOverHttp(async ({ headers }, auth) => ({
  ...headers,
  authorization: JSON.stringify(auth),
}));

function pick(url: string, signal = new AbortController().signal) {
  return pickNumber({ url, context: sampleContext, idempotencyKey: "key-1", signal });
}

test("the context is posted as JSON, and the number taken from the answer", async () => {
  const seen: { request: IncomingMessage; body: string }[] = [];
  const url = await serviceThat(async (request, response) => {
    seen.push({ request, body: await text(request) });
    response.end('{"phoneNumber":"+12045550130","branch":"Portage Ave"}');
  });
  expect(await pick(url)).toBe("+12045550130");
  const [{ request, body } = { request: undefined, body: "" }] = seen;
  expect(JSON.parse(body)).toEqual(sampleContext);
  expect(request).toMatchObject({ method: "POST", url: "/closest" });
  expect(request?.headers).toMatchObject({
    "content-type": "application/json",
    "idempotency-key": "key-1",
    "content-length": String(Buffer.byteLength(body)),
  });
});

test("a service that wants to know who asks is told, and no other", async () => {
  const seen: (string | undefined)[] = [];
  const url = await serviceThat((request, response) => {
    seen.push(request.headers.authorization);
    response.end('{"phoneNumber":"+12045550130"}');
  });
  const { signal } = new AbortController();
  const request = { url, context: undefined, idempotencyKey: "key-1", signal };
  await pickNumber({ ...request, auth: "sigv4" });
  await pickNumber(request);
  expect(seen).toEqual(['"sigv4"', undefined]);
});

test("without a context an empty object is posted", async () => {
  const url = await serviceThat(async (request, response) => {
    response.end(
      JSON.stringify({ phoneNumber: (await text(request)) === "{}" ? "+12045550130" : "no" }),
    );
  });
  const { signal } = new AbortController();
  const request = { url, context: undefined, idempotencyKey: "key-1", signal };
  expect(await pickNumber(request)).toBe("+12045550130");
});

test.each<[string, RequestListener]>([
  ["a status that is no success", (_, response) => response.writeHead(503).end("{}")],
  ["a redirect", (_, response) => response.writeHead(302, { location: "/" }).end()],
  ["no JSON", (_, response) => response.end("<html>")],
  ["a number that is no text", (_, response) => response.end('{"phoneNumber":12045550130}')],
  ["another shape", (_, response) => response.end('{"number":"+12045550130"}')],
  ["null", (_, response) => response.end("null")],
  ["nothing", (_, response) => response.end()],
  ["too much", (_, response) => response.end(`{"phoneNumber":"+11"}${" ".repeat(20_000)}`)],
  [
    "a part, then breaks off",
    (_, response) => {
      response.writeHead(200, { "content-length": 100 });
      response.write("{", () => response.destroy());
    },
  ],
  ["by hanging up", (request) => request.socket.destroy()],
])("a service that answers %s picks no number", async (_, answer) => {
  const url = await serviceThat(answer);
  await expect(pick(url)).rejects.toThrow(DestinationServiceError);
});

test("a service that is not there picks no number; the cause is kept", async () => {
  const url = await serviceThat(() => {});
  for (const server of servers.splice(0)) server.close();
  await expect(pick(url)).rejects.toMatchObject({
    code: "sma-handler.destination-service",
    cause: { code: "ECONNREFUSED" },
  });
});

test("a service that hangs is let go of by the signal", async () => {
  const abort = new AbortController();
  const url = await serviceThat(() => abort.abort());
  await expect(pick(url, abort.signal)).rejects.toMatchObject({ cause: { name: "AbortError" } });
});

test("and so is one that hangs in the middle of its answer", async () => {
  const abort = new AbortController();
  const url = await serviceThat((_, response) => {
    response.write("{", () => setImmediate(() => abort.abort()));
  });
  await expect(pick(url, abort.signal)).rejects.toThrow(DestinationServiceError);
});
