import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@jest/globals";
import { awsClient } from "@skill-call/aws-request";
import {
  createInMemoryCallContextStore,
  hashContextId,
  InvalidRecordError,
} from "@skill-call/call-context";
import { ManualClock } from "@skill-call/lambda-config/testing";
import { readConfig } from "../src/config/config.ts";
import { type Contact, createDescribeContact } from "../src/contacts/describe-contact.ts";
import { EventFormatError } from "../src/errors.ts";
import { createHandler } from "../src/handler.ts";

/** Nobody asks for one here. */
const readSecret = async () => "";

const instance = "11111111-2222-4333-8444-555555555555";
const first = "aaaaaaaa-1111-4111-8111-aaaaaaaaaaaa";
const second = "bbbbbbbb-2222-4222-8222-bbbbbbbbbbbb";

const caller = {
  callerName: "Maria Silva",
  accountIdVerified: false,
  reason: { id: "billing" },
  locale: "en-US",
  callStarter: "connect",
} as const;

/** As EventBridge sends it, with more than is read. */
function contactEvent(eventType: string, detail: object = {}) {
  return {
    version: "0",
    source: "aws.connect",
    "detail-type": "Amazon Connect Contact Event",
    detail: {
      eventType,
      contactId: first,
      channel: "VOICE",
      initiationMethod: "API",
      instanceArn: `arn:aws:connect:us-east-1:123456789012:instance/${instance}`,
      tags: {},
      ...detail,
    },
  };
}

/** The handler, a stored context, and an Amazon Connect that knows its contact. */
async function desk(contact: Partial<Contact> = {}) {
  const store = createInMemoryCallContextStore();
  const { contextId } = await store.create(caller);
  const lines: string[] = [];
  const log = (...line: unknown[]) => void lines.push(JSON.stringify(line));
  const known = { contextId, answered: true, goesOn: false, ...contact };
  const contacts = { store, describeContact: async () => known, log };
  const ports = { fetch: globalThis.fetch, readSecret, clock: new ManualClock(), log, contacts };
  const handler = createHandler({ callContextTable: "call-contexts" }, ports);
  const status = async () => (await store.get(contextId)).status;
  return { handler, store, contextId, lines, status, known };
}

const [answered, agent, over] = [
  contactEvent("CONNECTED_TO_SYSTEM"),
  contactEvent("CONNECTED_TO_AGENT"),
  contactEvent("DISCONNECTED"),
];

test.each([
  ["answered", [answered], "claimed"],
  ["with an agent", [answered, agent], "connected"],
  ["over", [answered, agent, over], "ended"],
  ["over, each event twice", [answered, answered, agent, agent, over, over], "ended"],
  ["over, the events the other way round", [over, agent, answered], "ended"],
  ["with an agent, whose event comes first", [agent, answered], "connected"],
  ["over before an agent came", [answered, over], "ended"],
  ["queued, which moves nothing", [contactEvent("QUEUED"), contactEvent("INITIATED")], "created"],
  ["something new, which moves nothing", [contactEvent("TELEPORTED")], "created"],
])("a contact that is %s", async (_, events, expected) => {
  const { handler, status } = await desk();
  for (const event of events) await handler(event);
  expect(await status()).toBe(expected);
});

test("a context whose words are encrypted moves on all the same: this Lambda has no key, and needs none", async () => {
  const { handler, store, status } = await desk();
  const claim = store.claim.bind(store);
  store.claim = async (...request) => {
    await claim(...request);
    throw new InvalidRecordError("encrypted#context", "is encrypted");
  };
  for (const event of [answered, agent, over]) await handler(event);
  expect(await status()).toBe("ended");
});

test("a call that nobody answers has failed, and no late event changes that", async () => {
  const { handler, status, known } = await desk({ answered: false });
  await handler(over);
  expect(await status()).toBe("failed");
  known.answered = true;
  await handler(agent);
  expect(await status()).toBe("failed");
});

test("a call that came in and ended unanswered is over, and did not fail", async () => {
  const { handler, status } = await desk({ answered: false });
  await handler(contactEvent("DISCONNECTED", { initiationMethod: "INBOUND" }));
  expect(await status()).toBe("ended");
});

test("a contact that is transferred goes on, and ends with the last contact of its chain", async () => {
  const { handler, status, known } = await desk({ goesOn: true });
  for (const event of [answered, agent, over]) await handler(event);
  expect(await status()).toBe("connected");
  known.goesOn = false;
  await handler(contactEvent("DISCONNECTED", { contactId: second, initialContactId: first }));
  expect(await status()).toBe("ended");
});

test("a context that the flow's Lambda claimed for the contact is moved, and one of another call is not", async () => {
  const own = await desk();
  await own.store.claim(own.contextId, first);
  await own.handler(agent);
  expect(await own.status()).toBe("connected");
  const other = await desk();
  await other.store.claim(other.contextId, "another call");
  await other.handler(over);
  expect(await other.status()).toBe("claimed");
  expect(other.lines.join()).toContain("call-context.already-claimed");
});

test("a contact without a context, or whose context is gone, is let be", async () => {
  const { handler, lines, known } = await desk({ contextId: undefined });
  await handler(over);
  expect(lines).toEqual([]);
  known.contextId = "0f8e6a1c2b7d4e5f90a1b2c3d4e5f607";
  await handler(over);
  expect(lines.join()).toContain("call-context.not-found");
});

test("what cannot be carried out fails the invocation, which comes again", async () => {
  const { handler } = await desk();
  const broken = createHandler(
    { callContextTable: "call-contexts" },
    {
      fetch: globalThis.fetch,
      readSecret,
      clock: new ManualClock(),
      log: () => {},
      contacts: {
        store: createInMemoryCallContextStore(),
        describeContact: () => Promise.reject(new Error("throttled")),
        log: () => {},
      },
    },
  );
  await expect(broken(over)).rejects.toThrow("throttled");
  await expect(handler({ ...over, detail: { eventType: "DISCONNECTED" } })).rejects.toThrow(
    EventFormatError,
  );
});

test("the log has the context's hash, and neither its ID nor the caller's name", async () => {
  const { handler, lines, contextId } = await desk();
  await handler(agent);
  expect(lines.join()).toContain(hashContextId(contextId));
  expect([contextId, "Maria"].filter((secret) => lines.join().includes(secret))).toEqual([]);
});

test("an event that nothing is configured for is refused", async () => {
  const ports = { fetch: globalThis.fetch, readSecret, clock: new ManualClock(), log: () => {} };
  await expect(createHandler({}, ports)(over)).rejects.toThrow("CALL_CONTEXT_TABLE");
  await expect(createHandler({}, ports)({ Records: [] })).rejects.toThrow("WEBHOOK_URL");
});

test.each([
  [{ CALL_CONTEXT_TABLE: "call-contexts" }, ["callContextTable"]],
  [{ CALL_CONTEXT_TABLE: "call-contexts", WEBHOOK_URL: "" }, ["callContextTable"]],
])("started with %j it has %j", (environment, parts) => {
  expect(Object.keys(readConfig(environment))).toEqual(parts);
});

test("a half of the webhook, or a table that is none, stops the start", () => {
  const environment = { CALL_CONTEXT_TABLE: "no table", WEBHOOK_URL: "https://crm.example.com" };
  expect(() => readConfig(environment)).toThrow(/CALL_CONTEXT_TABLE.*\n.*WEBHOOK_SECRET/);
});

const contact = (fields: object) => JSON.stringify({ Contact: { Id: first, ...fields } });

test.each([
  [
    contact({ Attributes: { contextId: "c" }, ConnectedToSystemTimestamp: 1.7e9 }),
    "c",
    true,
    false,
  ],
  [contact({ Attributes: {}, NextContacts: [{ Type: "DIRECT" }] }), undefined, false, true],
  [contact({ Attributes: { contextId: "" } }), undefined, false, false],
  [contact({}), undefined, false, false],
])(
  "Amazon Connect is asked with one signed request: %s",
  async (body, contextId, isAnswered, goesOn) => {
    const asked: (string | undefined)[] = [];
    const server = createServer(({ method, url, headers }, response) => {
      asked.push(`${method} ${url}`, headers.authorization);
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const client = awsClient({
      service: { name: "connect", variable: "CONNECT" },
      environment: {
        AWS_REGION: "us-east-1",
        AWS_ACCESS_KEY_ID: "AKIDEXAMPLE",
        AWS_SECRET_ACCESS_KEY: "secret",
        AWS_ENDPOINT_URL_CONNECT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      },
    });
    const describe = createDescribeContact(client);
    expect(await describe({ instanceId: instance, contactId: first })).toEqual({
      contextId,
      answered: isAnswered,
      goesOn,
    });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(asked).toEqual([
      `GET /contacts/${instance}/${first}`,
      expect.stringMatching(/^AWS4-HMAC-SHA256 .*\/us-east-1\/connect\/aws4_request/),
    ]);
  },
);
