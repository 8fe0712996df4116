import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import { serviceAuth } from "./service-auth.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

const { signal } = new AbortController();
const headerFromSecret = "arn:aws:secretsmanager:us-east-1:123456789012:secret:branches-AbCdEf";
const startsAt = Date.UTC(2026, 10, 28, 12);

function requestTo(url: string) {
  const headers = { "content-type": "application/json" };
  return { method: "POST", url: new URL(url), headers, body: "{}" };
}

async function secretsManager(answer: () => { status?: number; body: object }) {
  const seen: IncomingMessage["headers"][] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    const { status = 200, body } = answer();
    response.writeHead(status).end(JSON.stringify(body));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const environment = {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_ENDPOINT_URL_SECRETS_MANAGER: `http://127.0.0.1:${port}`,
  };
  return { environment, seen };
}

test.each([
  ['{"X-Api-Key":"k-1"}', { "x-api-key": "k-1" }],
  ["Bearer t-1", { authorization: "Bearer t-1" }],
  ["12345", { authorization: "12345" }],
])("the secret %s becomes headers", async (SecretString, expected) => {
  const { environment, seen } = await secretsManager(() => ({ body: { SecretString } }));
  const authenticate = serviceAuth({ environment, now: () => startsAt });
  const request = requestTo("https://branches.example.com/closest");
  expect(await authenticate(request, { headerFromSecret }, signal)).toEqual({
    "content-type": "application/json",
    ...expected,
  });
  expect(seen[0]?.["x-amz-target"]).toBe("secretsmanager.GetSecretValue");
});

test("a secret is asked for once in five minutes, and one that was exchanged counts then", async () => {
  let secret = "first";
  let now = startsAt;
  const { environment, seen } = await secretsManager(() => ({ body: { SecretString: secret } }));
  const authenticate = serviceAuth({ environment, now: () => now });
  const ask = async () =>
    (await authenticate(requestTo("https://b.example.com/"), { headerFromSecret }, signal))
      .authorization;
  expect(await ask()).toBe("first");
  secret = "second";
  now += 299_000;
  expect(await ask()).toBe("first");
  now += 2_000;
  expect(await ask()).toBe("second");
  expect(seen).toHaveLength(2);
});

test("a secret that cannot be read is a destination that failed, and is asked for again", async () => {
  let status = 400;
  const body = { __type: "AccessDeniedException", SecretString: "s" };
  const { environment } = await secretsManager(() => ({ status, body }));
  const authenticate = serviceAuth({ environment, now: () => startsAt });
  const ask = () => authenticate(requestTo("https://b.example.com/"), { headerFromSecret }, signal);
  await expect(ask()).rejects.toMatchObject({
    code: "sma-handler.destination-service",
    cause: { name: "AccessDeniedException" },
  });
  status = 200;
  expect(await ask()).toMatchObject({ authorization: "s" });
});

test.each([
  ["https://abc123.execute-api.ca-central-1.amazonaws.com/prod", "ca-central-1/execute-api"],
  ["https://abc123.lambda-url.eu-west-1.on.aws/", "eu-west-1/lambda"],
  ["https://branches.example.com/closest", "us-east-1/execute-api"],
])("a request to %s is signed for %s", async (url, scope) => {
  const environment = {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_SESSION_TOKEN: "token",
  };
  const authenticate = serviceAuth({ environment, now: () => startsAt });
  const headers = await authenticate(requestTo(url), "sigv4", signal);
  expect(headers.authorization).toContain(`Credential=AKIDEXAMPLE/20261128/${scope}/aws4_request`);
  expect(headers).toMatchObject({
    "x-amz-security-token": "token",
    "x-amz-date": "20261128T120000Z",
  });
});
