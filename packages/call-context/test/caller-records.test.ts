import { expect, test } from "@jest/globals";
import { until } from "@skill-call/test-peers/until";
import { scanRequest } from "../src/dynamodb/caller-records-requests.ts";
import type { CallerRecord, KnownOfCaller } from "../src/index.ts";
import { context, LocalTable, ManualTime, now, nowSeconds } from "./local-table.ts";

const table = new LocalTable();

async function all(records: AsyncIterable<CallerRecord>): Promise<string[]> {
  const found: string[] = [];
  for await (const { contextId } of records) found.push(contextId);
  return found.sort();
}

const found = (known: KnownOfCaller) => all(table.callerRecords().recordsOf(known));

test("a table of several pages is looked through to its end, and nobody else's record is touched", async () => {
  // 60 items of 50 KB each: DynamoDB and the local one end a page at 1 MB.
  const text = "x".repeat(50_000);
  const items = Array.from({ length: 60 }, (_, index) => ({
    ...{ ...context, contextId: `paged-${index}`, expiresAt: nowSeconds + 60 },
    ...{ callerNumber: index % 20 === 7 ? "+12045550107" : "+12045550100", essay: text },
  }));
  for (const item of items) await table.put(item);
  const known = { callerNumber: "+12045550107" };
  const theirs = ["paged-27", "paged-47", "paged-7"];
  expect(await found(known)).toEqual(theirs);
  expect(table.newRequests().filter((each) => each === "Scan ok").length).toBeGreaterThan(2);
  const records = table.callerRecords();
  for (const contextId of theirs) await records.remove(contextId);
  expect(await found(known)).toEqual([]);
  expect(await found({ callerNumber: "+12045550100" })).toHaveLength(57);
});

test("of others no more is read than what is compared and told", () => {
  expect(scanRequest("t", { accountId: "AC1234" }, { contextId: "c1" })).toEqual({
    TableName: "t",
    ConsistentRead: true,
    ProjectionExpression: "#field0, #field1, #field2, #field3, #field4, #field5, #field6",
    ExpressionAttributeNames: {
      "#field0": "contextId",
      "#field1": "status",
      "#field2": "createdAt",
      "#field3": "expiresAt",
      "#field4": "transactionId",
      "#field5": "encrypted#context",
      "#field6": "accountId",
    },
    ExclusiveStartKey: { contextId: "c1" },
  });
});

test("throttled, failing and lost requests are made again", async () => {
  await table.put({ ...context, contextId: "late", accountId: "late", expiresAt: nowSeconds + 60 });
  const { faults } = table.dynamoDb;
  faults.add({ kind: "throttle", times: 2 });
  faults.add({ kind: "internal-server-error" });
  expect(await found({ accountId: "late" })).toEqual(["late"]);
  faults.add({ kind: "throttle", times: 2 });
  faults.add({ kind: "answer-lost" });
  await table.callerRecords().remove("late");
  expect(await table.item("late")).toBeUndefined();
});

test("a table that is throttled to the end is told, and what was found before stands", async () => {
  await table.put({ ...context, contextId: "busy", accountId: "busy", expiresAt: nowSeconds + 60 });
  table.dynamoDb.faults.add({ kind: "throttle", times: 10_000 });
  await expect(found({ accountId: "busy" })).rejects.toMatchObject({
    code: "call-context.store-unavailable",
  });
  await expect(table.callerRecords().remove("busy")).rejects.toMatchObject({
    code: "call-context.store-unavailable",
  });
  table.dynamoDb.faults.clear();
  expect(await table.item("busy")).toBeDefined();
});

test("a hung request is given up after its time", async () => {
  const time = new ManualTime();
  table.dynamoDb.faults.add({ kind: "hang" });
  const records = table.callerRecords({ after: time.after, attemptTimeoutMs: 5_000 });
  const removed = records.remove("hung");
  await until(() => table.dynamoDb.requests().at(-1)?.outcome === "hung");
  await time.run(5_000);
  await time.run(50);
  await removed;
});

test("what another system wrote badly is found all the same, and told by its ID", async () => {
  const accountId = "foreign";
  await table.put({ contextId: "bad-time", accountId, expiresAt: now });
  await table.put({ contextId: "no-name", accountId, expiresAt: nowSeconds + 60, status: "odd" });
  const records: CallerRecord[] = [];
  for await (const record of table.callerRecords().recordsOf({ accountId })) records.push(record);
  expect(records.map((record) => Object.keys(record))).toEqual([["contextId"], ["contextId"]]);
});

test("it cannot be made without a client and a table", () => {
  expect(() => table.callerRecords({ tableName: "" })).toThrow("tableName");
});
