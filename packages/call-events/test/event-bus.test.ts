import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import { awsClient } from "@skill-call/aws-request";
import { ConfigError } from "@skill-call/lambda-config";
import { ManualClock } from "@skill-call/lambda-config/testing";
import { createPutEvent } from "../src/bus/put-event.ts";
import { readConfig } from "../src/config/config.ts";
import { createHandler } from "../src/handler.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections();
});

const contextId = "0f8e6a1c2b7d4e5f90a1b2c3d4e5f607";
const claimed = {
  eventName: "MODIFY",
  dynamodb: {
    ApproximateCreationDateTime: 1_795_424_400,
    SequenceNumber: "100",
    NewImage: {
      contextId: { S: contextId },
      callerName: { S: "Joséphine Tremblay" },
      callStarter: { S: "connect" },
      status: { S: "claimed" },
    },
    OldImage: { contextId: { S: contextId }, status: { S: "created" } },
  },
};

interface Asked {
  readonly target: unknown;
  readonly body: string;
}

/** The handler in front of an EventBridge that answers this. */
async function eventBridge({ status = 200, answer = {} as object } = {}) {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    asked.push({ target: request.headers["x-amz-target"], body: Buffer.concat(chunks).toString() });
    response.writeHead(status).end(JSON.stringify(answer));
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const environment = {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_ENDPOINT_URL_EVENTBRIDGE: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
  const config = readConfig({ EVENT_BUS: "calls" });
  const client = awsClient({ service: { name: "events", variable: "EVENTBRIDGE" }, environment });
  const putEvent = createPutEvent(client, config.eventBus ?? "");
  const handler = createHandler(config, {
    fetch: globalThis.fetch,
    readSecret: async () => "",
    clock: new ManualClock(),
    log: () => {},
    putEvent,
  });
  return { handler, asked };
}

test("an event bus is told in CloudEvents, without personal data", async () => {
  const { handler, asked } = await eventBridge({ answer: { FailedEntryCount: 0, Entries: [{}] } });
  expect(await handler({ Records: [claimed] })).toEqual({ batchItemFailures: [] });
  expect(asked.map(({ target }) => target)).toEqual(["AWSEvents.PutEvents"]);
  const { Entries } = JSON.parse(asked[0]?.body ?? "");
  expect(Entries).toEqual([
    {
      EventBusName: "calls",
      Source: "skill-call",
      DetailType: "skill-call.call.claimed",
      Time: 1_795_424_400,
      Detail: expect.any(String),
    },
  ]);
  expect(JSON.parse(Entries[0].Detail)).toMatchObject({
    specversion: "1.0",
    type: "skill-call.call.claimed",
    data: { status: "claimed", callStarter: "connect" },
  });
  for (const personal of ["Joséphine", contextId]) expect(asked[0]?.body).not.toContain(personal);
});

test.each([
  ["refuses", { status: 400, answer: { __type: "AccessDeniedException" } }],
  ["takes the request and not the entry", { answer: { FailedEntryCount: 1, Entries: [{}] } }],
])("where EventBridge %s the stream sends the event again", async (_, answers) => {
  const { handler } = await eventBridge(answers);
  expect(await handler({ Records: [claimed] })).toEqual({
    batchItemFailures: [{ itemIdentifier: "100" }],
  });
});

test.each(["calls", "arn:aws:events:us-east-1:123456789012:event-bus/calls"])(
  "%s is an event bus, and enough to start with",
  (bus) => expect(readConfig({ EVENT_BUS: bus })).toEqual({ eventBus: bus }),
);

test.each(["two words", "arn:aws:sqs:us-east-1:123456789012:calls"])("%s is no event bus", (bus) =>
  expect(() => readConfig({ EVENT_BUS: bus })).toThrow(ConfigError),
);
