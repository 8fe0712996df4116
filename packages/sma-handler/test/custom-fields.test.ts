import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { createCallContextStore } from "@skill-call/call-context";
import {
  createCallContextTable,
  type LocalDynamoDb,
  localCredentials,
  startLocalDynamoDb,
  unhurried,
} from "@skill-call/local-dynamodb";
import { readConfig } from "../src/config/config.ts";
import { greetMember } from "./custom-fields/greet-member.ts";
import { storeMemberCall } from "./custom-fields/store-member-call.ts";
import { Desk } from "./support/desk.ts";
import { callerIdNumber, skillClientId } from "./support/sample-config.ts";
import { sampleContext } from "./support/sample-context.ts";

const read = (path: string) => readFileSync(join(__dirname, path), "utf8");
const page = read("../../../docs/custom-fields.md");
const call = { ...sampleContext, reason: { id: "technical-support" } };

let dynamoDb: LocalDynamoDb;
let client: DynamoDBClient;

beforeAll(async () => {
  dynamoDb = await startLocalDynamoDb();
  await createCallContextTable(dynamoDb.endpoint, "calls");
  const { endpoint } = dynamoDb;
  client = new DynamoDBClient({ endpoint, region: "us-east-1", credentials: localCredentials });
});
afterAll(async () => {
  client.destroy();
  await dynamoDb.close();
});

test.each([
  ["ts", "member-fields.ts"],
  ["ts", "store-member-call.ts"],
  ["ts", "greet-member.ts"],
  ["json", "routes.json"],
])("the page shows the %s of %s as it is tested here", (language, file) => {
  expect(page).toContain(`\`\`\`${language}\n${read(`custom-fields/${file}`)}\`\`\``);
});

test("a field of a team's own is stored, routes the call, and is read with its type", async () => {
  const contextId = await storeMemberCall(client, call);
  expect(await endpointsOf(contextId)).toEqual(ringing("+12045550177"));
  expect(await greetMember(client, contextId)).toBe(
    "Joséphine Tremblay, gold member, electric KHG 442",
  );
});

test("a call without the field takes the other route", async () => {
  const store = createCallContextStore({ client, tableName: "calls", ...unhurried });
  const { contextId } = await store.create(call);
  expect(await endpointsOf(contextId)).toEqual(ringing("+12045550199"));
});

test("a writer of another version is found out by the field's name", async () => {
  const store = createCallContextStore({ client, tableName: "calls", ...unhurried });
  const { contextId } = await store.create({ ...call, membership: "silver" } as typeof call);
  await expect(greetMember(client, contextId)).rejects.toMatchObject({
    code: "call-context.invalid-record",
    field: "membership",
  });
});

const ringing = (number: string) => [{ BridgeEndpointType: "PSTN", Uri: number }];

/** Whom the SMA handler calls, with the page's routes. */
async function endpointsOf(contextId: string): Promise<unknown> {
  const config = readConfig({
    CALL_CONTEXT_TABLE: "calls",
    ALLOWED_SKILL_CLIENT_IDS: skillClientId,
    CALLER_ID_NUMBER: callerIdNumber,
    ROUTES: read("custom-fields/routes.json"),
  });
  const desk = new Desk(config);
  // As deployed: the SMA handler knows none of the team's fields.
  desk.ports.store = createCallContextStore({ client, tableName: "calls", ...unhurried });
  // A real table answers in its own time, not in the desk's.
  const line = desk.skillCall(contextId, { settle: (answer) => answer });
  const [action] = await line.incoming();
  return action?.Parameters.Endpoints;
}
