import type { IncomingMessage } from "node:http";
import { afterEach, expect, test } from "@jest/globals";
import { awsClient } from "./aws-client.ts";
import { credentialsIn, endpointIn, regionIn } from "./aws-environment.ts";
import { closeEndpoints, endpointThat } from "./testing/endpoint-that.ts";

afterEach(closeEndpoints);

const service = { name: "dynamodb", variable: "DYNAMODB" };
const keys = { AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "secret" };
const request = { method: "POST", path: "/", headers: {}, body: "{}" } as const;
const { signal } = new AbortController();
const day = 24 * 60 * 60 * 1_000;

function environmentAt(endpoint: string) {
  return { ...keys, AWS_REGION: "us-east-1", AWS_ENDPOINT_URL_DYNAMODB: endpoint };
}

test("a clock that is a day off is set by the service's own, and stays so", async () => {
  const seen: (string | undefined)[] = [];
  const serverTime = Date.UTC(2026, 10, 28, 12);
  const endpoint = await endpointThat(({ headers }, response) => {
    const date = String(headers["x-amz-date"]);
    seen.push(date);
    response.setHeader("date", new Date(serverTime).toUTCString());
    const isRight = date.startsWith("20261128T12");
    response
      .writeHead(isRight ? 200 : 400)
      .end(isRight ? "{}" : '{"__type":"com.amazon.coral.service#InvalidSignatureException"}');
  });
  const now = () => serverTime - day;
  const client = awsClient({ service, environment: environmentAt(endpoint), now });
  expect((await client(request, signal)).status).toBe(200);
  expect((await client(request, signal)).status).toBe(200);
  expect(seen).toEqual(["20261127T120000Z", "20261128T120000Z", "20261128T120000Z"]);
});

test("a signature that is refused for another reason is not made again", async () => {
  let asked = 0;
  const endpoint = await endpointThat((_, response) => {
    asked += 1;
    response.writeHead(400).end('{"__type":"com.amazon.coral.service#InvalidSignatureException"}');
  });
  const client = awsClient({ service, environment: environmentAt(endpoint) });
  expect((await client(request, signal)).status).toBe(400);
  expect(asked).toBe(1);
});

test("credentials that were exchanged meanwhile, and their token, are those of the next request", async () => {
  const seen: IncomingMessage["headers"][] = [];
  const endpoint = await endpointThat(({ headers }, response) => {
    seen.push(headers);
    response.end("{}");
  });
  const environment: Record<string, string> = environmentAt(endpoint);
  const client = awsClient({ service, environment });
  await client(request, signal);
  environment.AWS_ACCESS_KEY_ID = "ASIANEXT";
  environment.AWS_SESSION_TOKEN = "token";
  await client(request, signal);
  expect(seen[0]?.authorization).toContain("Credential=AKIDEXAMPLE/");
  expect(seen[0]).not.toHaveProperty("x-amz-security-token");
  expect(seen[1]?.authorization).toContain("Credential=ASIANEXT/");
  expect(seen[1]?.["x-amz-security-token"]).toBe("token");
});

test("requests share a connection", async () => {
  const ports = new Set<number | undefined>();
  const endpoint = await endpointThat(({ socket }, response) => {
    ports.add(socket.remotePort);
    response.end("{}");
  });
  const client = awsClient({ service, environment: environmentAt(endpoint) });
  for (let count = 0; count < 3; count += 1) await client(request, signal);
  expect(ports.size).toBe(1);
});

test.each<[Record<string, string>, string]>([
  [{ AWS_REGION: "us-east-1" }, "https://dynamodb.us-east-1.amazonaws.com/"],
  [{ AWS_DEFAULT_REGION: "eu-west-1" }, "https://dynamodb.eu-west-1.amazonaws.com/"],
  [{ AWS_REGION: "cn-north-1" }, "https://dynamodb.cn-north-1.amazonaws.com.cn/"],
  [
    { AWS_REGION: "us-east-2", AWS_USE_FIPS_ENDPOINT: "true" },
    "https://dynamodb-fips.us-east-2.amazonaws.com/",
  ],
  [
    { AWS_REGION: "us-east-1", AWS_ENDPOINT_URL: "http://localhost:4566" },
    "http://localhost:4566/",
  ],
  [
    {
      AWS_REGION: "us-east-1",
      AWS_ENDPOINT_URL: "http://localhost:4566",
      AWS_ENDPOINT_URL_DYNAMODB: "http://localhost:8000",
    },
    "http://localhost:8000/",
  ],
  [
    {
      AWS_REGION: "us-east-1",
      AWS_ENDPOINT_URL_DYNAMODB: "http://localhost:8000",
      AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true",
    },
    "https://dynamodb.us-east-1.amazonaws.com/",
  ],
])("with %j the endpoint is %s, as the SDK has it", (environment, url) => {
  expect(endpointIn(environment, service).href).toBe(url);
});

test("an environment without a Region or without credentials says what is missing", () => {
  expect(() => regionIn({})).toThrow("AWS_REGION");
  expect(() => credentialsIn({ AWS_ACCESS_KEY_ID: "A" })).toThrow("AWS_SECRET_ACCESS_KEY");
});
