import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { ChimeSDKVoiceClient } from "@aws-sdk/client-chime-sdk-voice";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { KMS } from "@aws-sdk/client-kms";
import { LambdaClient } from "@aws-sdk/client-lambda";
import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import {
  createCallContextStore,
  hashContextId,
  kmsDataKeys,
  newContextId,
} from "@skill-call/call-context";
import {
  createCallContextTable,
  type LocalDynamoDb,
  localCredentials,
  startLocalDynamoDb,
} from "@skill-call/local-dynamodb";
import { outputTo } from "@skill-call/terminal";
import { type KmsServer, kmsOverHttp, StandInKms } from "@skill-call/test-peers/kms";
import { program } from "./program.ts";
import { reportRefusal } from "./refusal.ts";

const document = join(mkdtempSync(join(tmpdir(), "delete-caller-")), "deployment.json");
writeFileSync(document, JSON.stringify({ stage: "prod" }));

const maria = {
  callerName: "María Silva",
  accountId: "AC1234",
  accountIdVerified: false,
  reason: { id: "billing" },
  callerNumber: "+12045551111",
  locale: "en-US",
  callStarter: "skill-call",
} as const;
const peter = {
  ...maria,
  callerName: "Peter Silva",
  accountId: "AC9",
  callerNumber: "+12045552222",
};

let dynamoDb: LocalDynamoDb;
let client: DynamoDBClient;
const standIn = new StandInKms();
let kmsServer: KmsServer;
let kms: KMS;
let tableName: string;
let tables = 0;

beforeAll(async () => {
  dynamoDb = await startLocalDynamoDb();
  client = new DynamoDBClient({
    endpoint: dynamoDb.endpoint,
    region: "local",
    credentials: localCredentials,
  });
  kmsServer = await kmsOverHttp(standIn);
  kms = new KMS({ endpoint: kmsServer.url, region: "local", credentials: localCredentials });
});
afterAll(async () => {
  client.destroy();
  kms.destroy();
  await kmsServer.close();
  await dynamoDb.close();
});
beforeEach(async () => {
  tables += 1;
  tableName = `call-contexts-${tables}`;
  await createCallContextTable(dynamoDb.endpoint, tableName);
});

const store = () => createCallContextStore({ client, tableName, requestTimeoutMs: 3_600_000 });

async function deleteCaller(...typed: readonly string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const output = outputTo({ stdout, stderr, env: { NO_COLOR: "1" } });
  const region = { region: "local", credentials: localCredentials };
  const [lambda, voice] = [new LambdaClient(region), new ChimeSDKVoiceClient(region)];
  const command = program({
    output,
    document,
    clientsIn: () => ({ lambda, voice, dynamoDb: client, kms }),
  });
  for (const each of [command, ...command.commands]) {
    each.exitOverride().configureOutput({ writeErr: (text) => stderr.write(text) });
  }
  try {
    await command.parseAsync(["node", "operate", "delete-caller", ...typed]);
  } catch (error) {
    reportRefusal(error, output, () => "");
  }
  return { printed: String(stdout.read() ?? ""), problem: String(stderr.read() ?? "") };
}

test("it says which records would be deleted, and nothing that the caller said", async () => {
  const { contextId } = await store().create(maria);
  await store().create(peter);
  const { printed, problem } = await deleteCaller(
    ...["--number", "+1 204 555 1111", "--table", tableName],
  );
  expect(problem).toBe("");
  expect(printed).toMatch(
    new RegExp(
      `^would do: call context ${hashContextId(contextId)} \\(created, of 2.*, until 2.*\\) is deleted\\n$`,
    ),
  );
  expect(await store().get(contextId)).toMatchObject(maria);
});

test("--for-good deletes them, and no other caller's", async () => {
  const first = await store().create(maria);
  const second = await store().create({ ...maria, callerName: "Maria  SILVA" });
  await store().claim(second.contextId, "a call that is on");
  const other = await store().create(peter);
  const options = ["--name", "maria silva", "--account", "ac-1234", "--table", tableName];
  const { printed } = await deleteCaller(...options, "--for-good");
  expect(printed.match(/^→: .* is deleted$/gm)).toHaveLength(2);
  for (const { contextId } of [first, second]) {
    await expect(store().get(contextId)).rejects.toThrow("does not exist");
  }
  expect(await store().get(other.contextId)).toEqual(other);
  expect((await deleteCaller(...options, "--for-good")).printed).toBe("Nothing to do.\n");
});

test("--dry-run counts more than --for-good", async () => {
  const { contextId } = await store().create(maria);
  const options = ["--number", maria.callerNumber, "--table", tableName];
  await deleteCaller(...options, "--for-good", "--dry-run");
  expect(await store().get(contextId)).toMatchObject(maria);
});

test("a record is found by its context ID, and by a field of the call form", async () => {
  const contextId = newContextId();
  const context = { ...maria, memberId: "M 77", partySize: 4 };
  await store().create(context, { contextId });
  for (const options of [
    ["--context-id", contextId],
    ["--field", "memberId=m77", "--field", "partySize=4"],
  ]) {
    expect((await deleteCaller(...options, "--table", tableName)).printed).toContain(
      hashContextId(contextId),
    );
  }
});

test.each([
  [["--table", "t"], "Nothing is known of the caller. Say whose records: --number"],
  [["--name", "-", "--table", "t"], "There is no letter and no digit in callerName."],
  [["--number", "5551111", "--table", "t"], "Write it as an E.164 number"],
  [["--field", "memberId", "--table", "t"], "Write it as the field, ="],
  [["--number", "+12045551111"], "Name the table with --table"],
])("%j is refused before anything is looked at", async (typed, why) => {
  const before = dynamoDb.requests().length;
  expect((await deleteCaller(...typed)).problem).toContain(why);
  expect(dynamoDb.requests()).toHaveLength(before);
});

test("encrypted records are found by what is in them; those that no key opens are said, and stay", async () => {
  const [key, lost] = [standIn.createKey(), standIn.createKey()];
  const under = (keyId: string) =>
    createCallContextStore({ client, tableName, dataKeys: kmsDataKeys(kms, keyId) });
  const { contextId } = await under(key).create(maria);
  const others = await under(key).create(peter);
  const unknown = await under(lost).create(maria);
  standIn.setState(lost, "PendingDeletion");
  const options = ["--number", maria.callerNumber, "--table", tableName, "--for-good"];
  const { printed, problem } = await deleteCaller(...options);
  expect(printed).toContain(hashContextId(contextId));
  expect(printed).not.toContain(hashContextId(others.contextId));
  expect(problem).toContain(`Whose call context ${hashContextId(unknown.contextId)} `);
  await expect(under(key).get(contextId)).rejects.toThrow("does not exist");
  expect(await under(key).get(others.contextId)).toEqual(others);
  standIn.setState(lost, "Enabled");
  expect(await under(lost).get(unknown.contextId)).toEqual(unknown);
});

test("a table that does not answer is said", async () => {
  const { problem } = await deleteCaller("--number", "+12045551111", "--table", "no-such-table");
  expect(problem).toContain("ResourceNotFoundException");
});
