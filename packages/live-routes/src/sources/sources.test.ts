import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import { sourceNameIn } from "../source-name.ts";
import { openSource } from "./open-source.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

type Reply = (request: IncomingMessage, response: ServerResponse) => void;

/** The source of a name, where a server on this machine stands in for its service. */
async function sourceAt(name: string, reply: Reply) {
  const server = createServer(reply);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  const { port } = server.address() as AddressInfo;
  const url = `http://localhost:${port}`;
  const source = sourceNameIn(name);
  if (source === undefined) throw new RangeError(`${name} is no source`);
  return openSource(source, {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_ENDPOINT_URL_S3: url,
    AWS_ENDPOINT_URL_DYNAMODB: url,
    AWS_APPCONFIG_EXTENSION_HTTP_PORT: String(port),
  });
}

const { signal } = new AbortController();
const document = '{"rules":[],"otherwise":[{"type":"pstn","number":"+12045550199"}]}';

interface Service {
  readonly name: string;
  /** How the service hands a document out. */
  readonly wrap: (text: string) => string;
  /** How it says that there is none. */
  readonly missing: { readonly status: number; readonly body: string };
}

const services: readonly Service[] = [
  {
    name: "s3://telephony/prod/routes.json",
    wrap: (text) => text,
    missing: { status: 404, body: "<Error><Code>NoSuchKey</Code></Error>" },
  },
  {
    name: "appconfig:skill-call/prod/routes",
    wrap: (text) => text,
    missing: { status: 404, body: '{"Message":"Could not find configuration"}' },
  },
  {
    name: "dynamodb:routes/prod",
    wrap: (text) => JSON.stringify({ Item: { id: { S: "prod" }, document: { S: text } } }),
    missing: { status: 200, body: "{}" },
  },
];

/** As S3 does it, and no other. */
function tagged(text: string): Record<string, string> {
  return { etag: `"${text.length}"` };
}

test.each(services)("$name is read, and only when it has changed", async ({ name, wrap }) => {
  let text = document;
  const source = await sourceAt(name, ({ headers }, response) => {
    const isKnown = headers["if-none-match"] === tagged(text).etag;
    response.writeHead(isKnown ? 304 : 200, tagged(text)).end(isKnown ? "" : wrap(text));
  });
  const first = await source.read(undefined, signal);
  if (first === "same") throw new Error("Nothing was known");
  expect(first.text).toBe(document);
  expect(await source.read(first.version, signal)).toBe("same");
  text = `${document} `;
  expect(await source.read(first.version, signal)).toMatchObject({ text });
});

test.each(services)("$name that is not there says so", async ({ name, missing }) => {
  const { status, body } = missing;
  const source = await sourceAt(name, (_, response) => response.writeHead(status).end(body));
  await expect(source.read(undefined, signal)).rejects.toMatchObject({
    code: "live-routes.source",
    problem: "no-document",
  });
});

test.each(services)("$name that may not be read throws, with its status", async ({ name }) => {
  const source = await sourceAt(name, (_, response) => {
    response.writeHead(403).end('{"__type":"AccessDeniedException"}');
  });
  await expect(source.read(undefined, signal)).rejects.toMatchObject(
    name.startsWith("dynamodb:")
      ? { name: "AccessDeniedException", $metadata: { httpStatusCode: 403 } }
      : { problem: "refused", status: 403 },
  );
});

test.each(services)("$name whose connection breaks throws", async ({ name }) => {
  const source = await sourceAt(name, ({ socket }) => socket.destroy());
  await expect(source.read(undefined, signal)).rejects.toMatchObject({ code: "ECONNRESET" });
});

test.each(services)("$name that never answers is let go of with the signal", async ({ name }) => {
  const controller = new AbortController();
  const source = await sourceAt(name, () => controller.abort());
  await expect(source.read(undefined, controller.signal)).rejects.toMatchObject({
    name: "AbortError",
  });
});

test.each(services)(
  "$name that is larger than any document is given up",
  async ({ name, wrap }) => {
    const source = await sourceAt(name, (_, response) => {
      response.writeHead(200, tagged("")).end(wrap(" ".repeat(9 * 1024 * 1024)));
    });
    await expect(source.read(undefined, signal)).rejects.toThrow("bytes");
  },
);

test("each asks its service in the service's own way", async () => {
  const asked: string[] = [];
  for (const { name, wrap } of services) {
    const source = await sourceAt(name, ({ method, url, headers }, response) => {
      const signed = /us-east-1\/(\w+)\//.exec(headers.authorization ?? "")?.[1] ?? "nobody";
      asked.push(`${method} ${url} ${headers["x-amz-target"] ?? "-"} for ${signed}`);
      response.writeHead(200, tagged(document)).end(wrap(document));
    });
    await source.read(undefined, signal);
  }
  expect(asked).toEqual([
    "GET /telephony/prod/routes.json - for s3",
    "GET /applications/skill-call/environments/prod/configurations/routes - for nobody",
    "POST / DynamoDB_20120810.GetItem for dynamodb",
  ]);
});
