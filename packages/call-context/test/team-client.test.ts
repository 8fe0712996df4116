import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { expect, test } from "@jest/globals";
import { context, LocalTable, nowSeconds, tableName } from "./local-table.ts";

const table = new LocalTable();
const expiresAt = nowSeconds + 60;

test("a team's document client does for a client, whatever its options", async () => {
  const client = DynamoDBDocumentClient.from(table.client(), {
    marshallOptions: { convertEmptyValues: true },
    unmarshallOptions: { wrapNumbers: true },
  });
  const store = table.store({ client });
  const record = await store.create({ ...context, callerName: "Maria" });
  expect(await store.claim(record.contextId, "call")).toMatchObject({
    expiresAt: record.expiresAt,
  });
});

test("a store leaves the options of the team's own document client as they are", async () => {
  const client = table.client();
  const documents = DynamoDBDocumentClient.from(client, {
    marshallOptions: { removeUndefinedValues: true },
  });
  await table.store({ client }).create(context);
  const Item = { contextId: "theirs", expiresAt, note: undefined };
  await documents.send(new PutCommand({ TableName: tableName, Item }));
  const { Item: kept } = await documents.send(
    new GetCommand({ TableName: tableName, Key: { contextId: "theirs" } }),
  );
  expect(kept).toEqual({ contextId: "theirs", expiresAt });
});

test("two stores share a client", async () => {
  const client = table.client();
  const [first, second] = [table.store({ client }), table.store({ client })];
  const record = await first.create(context);
  expect(await second.get(record.contextId)).toEqual(record);
});
