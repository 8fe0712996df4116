import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { DynamoDBClient, ScanCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createCallContextStore } from "@skill-call/call-context";
import { createCallContextTable, startLocalDynamoDb, unhurried } from "@skill-call/local-dynamodb";
import { BuiltLambda } from "@skill-call/test-peers/built-lambda";
import { sampleDocument } from "../../testing/sample-deployment.ts";
import type { RehearsalPorts } from "./rehearsal-ports.ts";
import { rehearseCalls } from "./rehearse-calls.ts";
import type { WireEvent } from "./rehearsed-call.ts";

const file = fileURLToPath(
  new URL("../../../../sma-handler/dist/lambda/index.mjs", import.meta.url),
);
const [skillClientId] = sampleDocument.sma.allowedSkillClientIds;
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
  return {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDb.endpoint,
    CALL_CONTEXT_TABLE: tableName,
    ALLOWED_SKILL_CLIENT_IDS: sampleDocument.sma.allowedSkillClientIds.join(),
    CALLER_ID_NUMBER: sampleDocument.sma.callerIdNumber,
    ROUTES: JSON.stringify(sampleDocument.sma.routes),
    ...changes,
  };
}

type Invoke = (event: WireEvent) => Promise<unknown>;

/** The hook's ports, with this in place of the new version. */
function ports(invoke: Invoke): RehearsalPorts {
  const store = createCallContextStore({ client, tableName, ...unhurried });
  return {
    invoke,
    createContext: async () => {
      const { contextId } = await store.create({
        callerName: "Rehearsal of a deployment",
        accountIdVerified: false,
        reason: { id: "rehearsal" },
        locale: "en-US",
        callStarter: "skill-call",
      });
      return contextId;
    },
    removeContext: async (contextId) => void removed.push(contextId),
    newId: randomUUID,
    now: () => time,
  };
}

let time = 0;
let removed: string[] = [];

function rehearsed(invoke: Invoke = (event) => lambda.invoke(event)) {
  removed = [];
  return rehearseCalls(ports(invoke), { skillClientId });
}

async function withEnvironment(changes: object): Promise<readonly string[]> {
  const other = await BuiltLambda.start(file, environmentOf(changes));
  try {
    return await rehearsed((event) => other.invoke(event));
  } finally {
    await other.stop();
  }
}

test("the handler as it is comes through, and counts none of it", async () => {
  const before = lambda.metrics;
  expect(await rehearsed()).toEqual([]);
  expect(lambda.metrics).toEqual(before);
  expect(removed).toHaveLength(2);
});

test("what every event of the service may be is in it", async () => {
  const types: unknown[] = [];
  await rehearsed((event) => {
    types.push(event.InvocationEventType);
    return lambda.invoke(event);
  });
  expect([...new Set(types)].sort()).toEqual([
    "ACTION_FAILED",
    "ACTION_SUCCESSFUL",
    "CALL_ANSWERED",
    "HANGUP",
    "INVALID_LAMBDA_RESPONSE",
    "NEW_INBOUND_CALL",
    "NEW_OUTBOUND_CALL",
    "RINGING",
  ]);
});

test("no meeting is made and no number asked for, whatever the routes say", async () => {
  const everywhere = [
    { type: "meeting", mediaRegion: "us-east-1" },
    { type: "pstn", destinationService: "https://192.0.2.1/" },
    { type: "pstn", number: "+12045550101" },
  ];
  // Both would take longer than the handler's own time, if they were asked.
  const ROUTES = JSON.stringify({ rules: [], otherwise: everywhere });
  expect(await withEnvironment({ ROUTES })).toEqual([]);
});

test("a deployment that takes no call without a context comes through", async () => {
  expect(await withEnvironment({ WITHOUT_CONTEXT: "reject" })).toEqual([]);
});

interface Answer {
  Actions: { Type: string }[];
  TransactionAttributes?: Record<string, string>;
}

/** The handler with one fault. */
const faults: Readonly<Record<string, readonly [fault: Invoke, says: RegExp]>> = {
  "fails on every event": [
    async () => {
      throw new Error("the invocation fails with TypeError");
    },
    /^a skill's call comes in: the invocation fails with TypeError$/,
  ],
  "fails when a caller hangs up": [
    async (event) => {
      if (event.InvocationEventType === "HANGUP") throw new Error("the invocation fails");
      return lambda.invoke(event);
    },
    /^a skill's call: its caller hangs up: the invocation fails$/,
  ],
  "answers as an HTTP API does": [
    async (event) => ({ statusCode: 200, body: JSON.stringify(await lambda.invoke(event)) }),
    /^a skill's call comes in: SchemaVersionMismatch/,
  ],
  "answers with more actions than the service takes": [
    async (event) => {
      const answer = (await lambda.invoke(event)) as Answer;
      const Actions = Array.from({ length: 11 }, () => answer.Actions).flat();
      return { ...answer, Actions };
    },
    /^a skill's call comes in: /,
  ],
  "answers nothing": [async () => null, /^a skill's call comes in: /],
  "leaves a leg up": [
    async (event) => {
      const answer = (await lambda.invoke(event)) as Answer;
      return event.InvocationEventType === "HANGUP" ? { ...answer, Actions: [] } : answer;
    },
    /^a skill's call: its caller hangs up: the other leg stays up$/,
  ],
  "leaves a caller with nothing when nobody answers": [
    async (event) => {
      const answer = (await lambda.invoke(event)) as Answer;
      return event.InvocationEventType === "ACTION_FAILED" ? { ...answer, Actions: [] } : answer;
    },
    /^a call back: nobody answers: the caller is left with nothing$/,
  ],
  "answers too late": [
    async (event) => {
      time += 3_001;
      return lambda.invoke(event);
    },
    /: it took 3001 ms$/,
  ],
};

test.each(Object.entries(faults))("a version that %s does not", async (_name, [fault, says]) => {
  const problems = await rehearsed(fault);
  expect(problems).toContainEqual(expect.stringMatching(says));
  expect(removed).toHaveLength(2);
});

test("a version that looks into another table does not: it loses contexts", async () => {
  expect(await withEnvironment({ CALL_CONTEXT_TABLE: "nowhere" })).toContainEqual(
    "a skill's call comes in: its context was lost (store-unavailable)",
  );
});

test("a version that lets the skill in no more does not", async () => {
  const ALLOWED_SKILL_CLIENT_IDS = "amzn1.application-oa2-client.00000000000000000000000000000000";
  expect(await withEnvironment({ ALLOWED_SKILL_CLIENT_IDS })).toContainEqual(
    "a skill's call comes in: it is refused",
  );
});

test("contexts of a rehearsal are marked as such, and hold nobody's data", async () => {
  await rehearsed();
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
  expect(new Set(Items.map(({ callerName }) => callerName?.S))).toEqual(
    new Set(["Rehearsal of a deployment"]),
  );
});
