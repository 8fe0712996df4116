import { DynamoDBClient, GetItemCommand } from "@aws-sdk/client-dynamodb";
import { expect, test } from "@jest/globals";
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
const anyRegion = fc.constantFrom("us-east-1", "ca-central-1", "us-gov-west-1", "cn-north-1");

const noKeys = { accessKeyId: "", secretAccessKey: "" };

test("10,000 random requests have the signatures that the SDK gives them", async () => {
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
      const ours = await signedHeaders(
        { method: sent.method, url, headers, body: sent.body },
        { service: "dynamodb", region, credentials: keys, date },
      );
      expect(ours.authorization).toBe(authorization);
    }),
    { numRuns: 10_000 },
  );
});
