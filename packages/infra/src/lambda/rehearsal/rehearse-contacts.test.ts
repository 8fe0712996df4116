import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createCallContextStore } from "@skill-call/call-context";
import { createCallContextTable, startLocalDynamoDb, unhurried } from "@skill-call/local-dynamodb";
import { BuiltLambda } from "@skill-call/test-peers/built-lambda";
import { onlyThe } from "../../testing/sample-deployment.ts";
import { connectEnvironment } from "../connect-environment.ts";
import { readByFlows, rehearseContacts } from "./rehearse-contacts.ts";
import type { WireEvent } from "./rehearsed-call.ts";

const packages = new URL("../../../../", import.meta.url);
const file = fileURLToPath(new URL("connect-handler/dist/lambda/index.mjs", packages));
const credentials = { accessKeyId: "local", secretAccessKey: "local" };
const tableName = "call-contexts";

let dynamoDb: Awaited<ReturnType<typeof startLocalDynamoDb>>;
let client: DynamoDBClient;
let lambda: BuiltLambda;

beforeAll(async () => {
  dynamoDb = await startLocalDynamoDb();
  await createCallContextTable(dynamoDb.endpoint, tableName);
  client = new DynamoDBClient({ endpoint: dynamoDb.endpoint, region: "us-east-1", credentials });
  lambda = await BuiltLambda.start(file, environmentOf({}));
});

afterAll(async () => {
  await lambda?.stop();
  client.destroy();
  await dynamoDb.close();
});

function environmentOf(changes: object): Record<string, string> {
  const { connect } = onlyThe("connect");
  if (!connect) throw new RangeError("connect");
  return {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
    CALL_CONTEXT_TABLE: tableName,
    ...connectEnvironment(connect),
    ...changes,
  };
}

type Invoke = (event: WireEvent) => Promise<unknown>;

let time = 0;
let removed: string[] = [];

/** Goes through it with the hook's ports, and this in place of the new version. */
function rehearsed(invoke: Invoke = (event) => lambda.invoke(event)) {
  const store = createCallContextStore({ client, tableName, ...unhurried });
  removed = [];
  return rehearseContacts({
    invoke,
    createContext: async () => {
      const { contextId } = await store.create({
        callerName: "Rehearsal of a deployment",
        accountIdVerified: false,
        reason: { id: "rehearsal" },
        locale: "en-US",
        callStarter: "connect",
      });
      return contextId;
    },
    removeContext: async (contextId) => void removed.push(contextId),
    newId: randomUUID,
    now: () => time,
  });
}

test("the handler as it is comes through, and counts none of it", async () => {
  const before = lambda.metrics;
  expect(await rehearsed()).toEqual([]);
  expect(lambda.metrics).toEqual(before);
  expect(removed).toHaveLength(2);
});

test("what is looked at is what the flows read", () => {
  const flows = ["callback", "agent-whisper"].map((name) =>
    readFileSync(new URL(`connect-handler/flows/${name}.json`, packages), "utf8"),
  );
  const keys = [...flows.join().matchAll(/\$\.External\.(\w+)/g)].map(([, key = ""]) => key);
  expect([...readByFlows].sort()).toEqual([...new Set(keys)].sort());
});

test("every step that the flows ask for is in it", async () => {
  const steps: unknown[] = [];
  await rehearsed((event) => {
    const { Details } = event as { Details?: { Parameters: { step: string } } };
    steps.push(Details?.Parameters.step);
    return lambda.invoke(event);
  });
  expect([...new Set(steps)]).toEqual(["route", "next", "whisper", "nobody", undefined]);
});

type Answer = Record<string, string>;

const changed =
  (change: (answer: Answer) => object): Invoke =>
  async (event) => ({ ...change((await lambda.invoke(event)) as Answer) });

/** The handler with one fault. */
const faults: Readonly<Record<string, readonly [fault: Invoke, says: string]>> = {
  "fails on every event": [
    async () => {
      throw new Error("the invocation fails with TypeError");
    },
    "a callback is answered: the invocation fails with TypeError",
  ],
  "answers nothing": [async () => null, "a callback is answered: it is not an object"],
  "leaves a key out": [
    changed(({ voice, ...answer }) => answer),
    "a callback is answered: voice is empty",
  ],
  "answers something that is not a text": [
    changed((answer) => ({ ...answer, trace: 1 })),
    "a callback is answered: trace is not a text",
  ],
  "leads nowhere": [
    changed((answer) => ({ ...answer, route: "none" })),
    "a person dials in: it leads nowhere",
  ],
  "puts voice mails through": [
    changed((answer) => ({ ...answer, screen: "no" })),
    "a voice mail answers: a voice mail would be put through",
  ],
  "tells no agent who calls": [
    changed((answer) => ({ ...answer, whisper: "none" })),
    "a callback: an agent accepts: the agent does not hear who calls",
  ],
  "never gives up": [
    changed((answer) => (answer.route === "none" ? { ...answer, route: "queue" } : answer)),
    "a callback: nobody is left: the contact goes on for ever",
  ],
  "answers too late": [
    async (event) => {
      time += 3_001;
      return lambda.invoke(event);
    },
    "a callback is answered, asked once more: it took 3001 ms",
  ],
};

test.each(Object.entries(faults))("a version that %s does not", async (_name, [fault, says]) => {
  expect(await rehearsed(fault)).toContain(says);
  expect(removed).toHaveLength(2);
});

test("a version that looks into another table does not: it loses contexts", async () => {
  const other = await BuiltLambda.start(file, environmentOf({ CALL_CONTEXT_TABLE: "nowhere" }));
  const problems = await rehearsed((event) => other.invoke(event));
  await other.stop();
  expect(problems).toContain("a callback is answered: its context was lost");
});
