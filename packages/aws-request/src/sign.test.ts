import { createHash, createHmac } from "node:crypto";
import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "@jest/globals";
import { SignatureV4 } from "@smithy/signature-v4";
import fc from "fast-check";
import { signedHeaders } from "./sign.ts";

interface SentRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Headers that the signer writes itself. */
const written = ["authorization", "host", "x-amz-date", "x-amz-security-token"];

const anyInput = fc.record({
  TableName: fc.stringMatching(/^[a-zA-Z0-9_.-]{3,40}$/),
  Key: fc.record({ contextId: fc.record({ S: fc.string({ unit: "grapheme", maxLength: 60 }) }) }),
  ConsistentRead: fc.boolean(),
});
const anyCredentials = fc.record(
  {
    accessKeyId: fc.stringMatching(/^[A-Z0-9]{16,24}$/),
    secretAccessKey: fc.stringMatching(/^[A-Za-z0-9/+=]{30,50}$/),
    sessionToken: fc.stringMatching(/^[A-Za-z0-9/+=]{1,200}$/),
  },
  { requiredKeys: ["accessKeyId", "secretAccessKey"] },
);
/** Of a key that was made before, and of one that was not. */
const knownOrNewCredentials = fc.oneof(
  fc.constantFrom(
    { accessKeyId: "AKIDONE", secretAccessKey: "a".repeat(40) },
    { accessKeyId: "AKIDONE", secretAccessKey: "b".repeat(40) },
  ),
  anyCredentials,
);
const knownOrNewDate = fc.oneof(
  fc.constantFrom(new Date("2026-11-29T23:59:59Z"), new Date("2026-11-30T00:00:00Z")),
  fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2099-12-31") }),
);
const anyRegion = fc.constantFrom("us-east-1", "ca-central-1", "us-gov-west-1", "cn-north-1");

const noKeys = { accessKeyId: "", secretAccessKey: "" };

test("500 random requests have the signatures that the SDK's client gives them", async () => {
  const clients = new Map<string, DynamoDBClient>();
  let sent: SentRequest | undefined;
  let credentials: { accessKeyId: string; secretAccessKey: string } | undefined;
  const requestHandler = {
    handle: async (request: SentRequest) => {
      sent = request;
      const body = new TextEncoder().encode("{}");
      return { response: { statusCode: 200, headers: {}, body } };
    },
  };
  const clientIn = (region: string) => {
    const client =
      clients.get(region) ??
      new DynamoDBClient({
        region,
        credentials: async () => ({ ...(credentials ?? noKeys), expiration: new Date(0) }),
        requestHandler: requestHandler as never,
      });
    clients.set(region, client);
    return client;
  };
  await fc.assert(
    fc.asyncProperty(anyInput, anyCredentials, anyRegion, async (input, keys, region) => {
      credentials = keys;
      await clientIn(region).send(new GetItemCommand(input));
      if (!sent) throw new Error("Nothing was sent");
      const { authorization, "x-amz-date": time = "" } = sent.headers;
      const signed = /SignedHeaders=([^,]+)/.exec(authorization ?? "")?.[1]?.split(";") ?? [];
      const headers = Object.fromEntries(
        Object.entries(sent.headers).filter(
          ([name]) => signed.includes(name) && !written.includes(name),
        ),
      );
      const date = new Date(
        time.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"),
      );
      const url = new URL(`${sent.protocol}//${sent.headers.host ?? sent.hostname}${sent.path}`);
      const ours = signedHeaders(
        { method: sent.method, url, headers, body: sent.body },
        { service: "dynamodb", region, credentials: keys, date },
      );
      expect(ours.authorization).toBe(authorization);
    }),
    { numRuns: 500 },
  );
});

/** SHA-256, or its HMAC where there is a secret, as the SDK's signer takes it. */
class Sha256 {
  readonly #hash: ReturnType<typeof createHash> | ReturnType<typeof createHmac>;

  constructor(secret?: string | ArrayBuffer | ArrayBufferView) {
    this.#hash = secret ? createHmac("sha256", bytesOf(secret)) : createHash("sha256");
  }

  update(data: string | ArrayBuffer | ArrayBufferView): void {
    this.#hash.update(bytesOf(data));
  }

  async digest(): Promise<Uint8Array> {
    return this.#hash.digest();
  }

  reset(): void {}
}

function bytesOf(data: string | ArrayBuffer | ArrayBufferView): Buffer {
  if (typeof data === "string") return Buffer.from(data, "utf8");
  if (ArrayBuffer.isView(data)) return Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  return Buffer.from(data);
}

// A parameter named __proto__ is lost to the SDK's signer; ours signs it.
const anyText = fc
  .string({ unit: "grapheme", maxLength: 12 })
  .filter((text) => text !== "__proto__");
const anyPart = fc.oneof(fc.constantFrom("", "a b", "%2F", "é", "prod", "!*'()", "~-_."), anyText);
const anyUrl = fc
  .record({
    parts: fc.array(anyPart.map(encodeURIComponent), { maxLength: 4 }),
    slash: fc.constantFrom("", "/"),
    port: fc.constantFrom("", ":8443"),
    query: fc.array(fc.tuple(fc.oneof(fc.constantFrom("a", "a-b", "a b", "A"), anyText), anyPart), {
      maxLength: 4,
    }),
  })
  .map(({ parts, slash, port, query }) => {
    const url = new URL(`https://api.example.com${port}/${parts.join("/")}${slash}`);
    for (const [name, value] of query) url.searchParams.append(name, value);
    return url;
  });
const anyHeaders = fc.dictionary(
  fc.constantFrom("content-type", "idempotency-key", "user-agent", "te", "Sec-X", "X-Amz-Target"),
  fc.stringMatching(/^[ -~\t]{0,20}$/),
);

test("10,000 random requests to any service are signed as by the SDK's signer, by path, query, headers and body", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        method: fc.constantFrom("GET", "POST"),
        url: anyUrl,
        headers: anyHeaders,
        body: fc.string({ unit: "grapheme", maxLength: 60 }),
      }),
      fc.constantFrom("s3", "execute-api", "lambda", "secretsmanager"),
      fc.tuple(knownOrNewCredentials, anyRegion, knownOrNewDate),
      async (request, service, [credentials, region, date]) => {
        const isS3 = service === "s3";
        const { method, url, headers, body } = request;
        const signer = new SignatureV4({
          ...{ service, region, credentials, sha256: Sha256 },
          ...{ uriEscapePath: !isS3, applyChecksum: isS3 },
        });
        const query = Object.fromEntries(
          [...new Set(url.searchParams.keys())].map((key) => [key, url.searchParams.getAll(key)]),
        );
        const address = { protocol: url.protocol, hostname: url.hostname, path: url.pathname };
        const signed = await signer.sign(
          { method, ...address, query, headers: { ...headers, host: url.host }, body },
          { signingDate: date },
        );
        expect(signedHeaders(request, { service, region, credentials, date })).toEqual(
          signed.headers,
        );
      },
    ),
    { numRuns: 10_000 },
  );
});
