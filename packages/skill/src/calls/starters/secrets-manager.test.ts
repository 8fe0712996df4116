import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { secretsManager } from "./secrets-manager.ts";

const { signal } = new AbortController();
const own = { ...process.env };
let server: Server;
let answer: { status: number; body: object };

beforeEach(async () => {
  server = createServer((_, response) => {
    response.writeHead(answer.status).end(JSON.stringify(answer.body));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  Object.assign(process.env, {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "id",
    AWS_SECRET_ACCESS_KEY: "key",
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${port}`,
  });
});

afterEach(() => {
  process.env = own;
  server.closeAllConnections();
  server.close();
});

test("a secret is read once, and kept", async () => {
  const read = secretsManager();
  answer = { status: 200, body: { SecretString: '{"refreshToken":"Atzr|1"}' } };
  expect(await read("arn:secret", signal)).toBe('{"refreshToken":"Atzr|1"}');
  answer = { status: 500, body: {} };
  expect(await read("arn:secret", signal)).toBe('{"refreshToken":"Atzr|1"}');
});

test.each([
  [400, "bad-request"],
  [403, "access-denied"],
  [500, "unavailable"],
])("an answer of %i is a failure of its kind", async (status, kind) => {
  answer = { status, body: { __type: "AccessDeniedException" } };
  await expect(secretsManager()("arn:secret", signal)).rejects.toMatchObject({ kind, status });
});

test("no answer is a failure, too", async () => {
  server.close();
  await expect(secretsManager()("arn:secret", signal)).rejects.toMatchObject({
    kind: "connection-lost",
  });
});
