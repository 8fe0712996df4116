import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { Connection, overHttp } from "./connection.ts";
import { createCallContextTable, type LocalDynamoDb, startLocalDynamoDb } from "./index.ts";
import { wireRequest } from "./wire.ts";

const TableName = "call-contexts";
let dynamoDb: LocalDynamoDb;
let connection: Connection;

beforeAll(async () => {
  dynamoDb = await startLocalDynamoDb();
  await createCallContextTable(dynamoDb.endpoint, TableName);
  connection = new Connection(overHttp(dynamoDb.endpoint));
});
afterAll(async () => {
  await connection.close();
  await dynamoDb.close();
});

async function ask(operation: string, input: object) {
  const answer = await connection.forward(wireRequest(operation, { TableName, ...input }));
  const { __type = "ok", message } = JSON.parse(answer.body);
  return [String(__type).replace(/.*#/, ""), message];
}

const contextId = { S: "one" };
const item = (attributes: object) => ({ Item: { contextId, ...attributes } });
const update = (values: object, more: object = {}) => ({
  Key: { contextId },
  UpdateExpression: "SET a = :a",
  ExpressionAttributeValues: { ":a": { S: "x" }, ...values },
  ...more,
});

/** A text within so many maps or lists. */
const within = (containers: number, kind: "M" | "L"): object => {
  let value: object = { S: "x" };
  for (let count = 0; count < containers; count += 1) {
    value = kind === "M" ? { M: { a: value } } : { L: [value] };
  }
  return value;
};

const nesting = expect.stringContaining("Nesting Levels have exceeded supported limits");
const notIn = (value: string, place: string) =>
  expect.stringContaining(`Value '${value}' at '${place}' failed to satisfy constraint`);

test.each<[string, string, object, unknown]>([
  ["33 maps within each other", "PutItem", item({ a: within(33, "M") }), nesting],
  ["32 maps within each other", "PutItem", item({ a: within(32, "M") }), nesting],
  ["32 lists within each other", "PutItem", item({ a: within(32, "L") }), nesting],
  ["a deep value of an update", "UpdateItem", update({ ":a": within(32, "M") }), nesting],
  [
    "a deep value of a batch",
    "BatchWriteItem",
    { RequestItems: { [TableName]: [{ PutRequest: item({ a: within(32, "L") }) }] } },
    nesting,
  ],
  [
    "an unknown value to return where a condition of a put failed",
    "PutItem",
    { ...item({}), ReturnValuesOnConditionCheckFailure: "ALL_NEW" },
    notIn("ALL_NEW", "returnValuesOnConditionCheckFailure"),
  ],
  [
    "an unknown value to return where a condition of an update failed",
    "UpdateItem",
    update({}, { ReturnValuesOnConditionCheckFailure: "UPDATED_OLD" }),
    notIn("UPDATED_OLD", "returnValuesOnConditionCheckFailure"),
  ],
  [
    "an unknown action",
    "UpdateItem",
    { Key: { contextId }, AttributeUpdates: { a: { Action: "SET", Value: { S: "x" } } } },
    notIn("SET", "attributeUpdates.a.member.action"),
  ],
  [
    "an unknown class of table",
    "CreateTable",
    {
      TableName: "other",
      AttributeDefinitions: [{ AttributeName: "a", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "a", KeyType: "HASH" }],
      BillingMode: "PAY_PER_REQUEST",
      TableClass: "CHEAP",
    },
    notIn("CHEAP", "tableClass"),
  ],
  [
    "an unknown value to return",
    "PutItem",
    { ...item({}), ReturnValues: "ALL" },
    notIn("ALL", "returnValues"),
  ],
  [
    "a new value of what is deleted",
    "DeleteItem",
    { Key: { contextId }, ReturnValues: "ALL_NEW" },
    "Return values set to invalid value",
  ],
  [
    "a count of a projection",
    "Scan",
    { Select: "COUNT", ProjectionExpression: "a" },
    expect.stringContaining("Cannot specify the ProjectionExpression"),
  ],
  [
    "an empty text in a set",
    "PutItem",
    item({ a: { SS: ["x", ""] } }),
    expect.stringContaining("may not have a empty string"),
  ],
  [
    "empty octets in a set within a list",
    "PutItem",
    item({ a: { L: [{ BS: [""] }] } }),
    expect.stringContaining("may not have a empty binary"),
  ],
  ["an empty name", "PutItem", item({ "": { S: "x" } }), expect.stringContaining("Empty")],
  [
    "an empty name in a map",
    "PutItem",
    item({ a: { M: { "": { S: "x" } } } }),
    expect.stringContaining("Empty"),
  ],
  [
    "a name beyond 64 KB",
    "PutItem",
    item({ ["a".repeat(65_536)]: { S: "x" } }),
    expect.stringContaining("too large"),
  ],
  [
    "an expression beyond 4 KB",
    "UpdateItem",
    update({}, { UpdateExpression: `SET a = :a${" ".repeat(4_096)}` }),
    expect.stringContaining("Expression size has exceeded the maximum allowed size"),
  ],
])("%s is refused", async (_, operation, input, message) => {
  expect(await ask(operation, input)).toEqual(["ValidationException", message]);
});

test.each<[string, string, object]>([
  ["a flag that is no flag", "GetItem", { Key: { contextId }, ConsistentRead: "yes" }],
  ["a name that is no text", "PutItem", { ...item({}), ReturnValuesOnConditionCheckFailure: 7 }],
])("%s is refused", async (_, operation, input) => {
  const [type] = await ask(operation, input);
  expect(type).toBe("SerializationException");
});

test.each<[string, string, object]>([
  ["31 maps within each other", "PutItem", item({ a: within(31, "M") })],
  ["31 lists within each other", "PutItem", item({ a: within(31, "L") })],
  [
    "ALL_OLD where a condition failed",
    "PutItem",
    { ...item({}), ReturnValuesOnConditionCheckFailure: "ALL_OLD" },
  ],
  [
    "NONE where a condition failed",
    "UpdateItem",
    update({}, { ReturnValuesOnConditionCheckFailure: "NONE" }),
  ],
  [
    "the old values of what is deleted",
    "DeleteItem",
    { Key: { contextId }, ReturnValues: "ALL_OLD" },
  ],
  [
    "a projection's own attributes",
    "Scan",
    { Select: "SPECIFIC_ATTRIBUTES", ProjectionExpression: "a" },
  ],
  [
    "new values of an update that sets nothing",
    "UpdateItem",
    { Key: { contextId }, ReturnValues: "ALL_NEW" },
  ],
  ["an empty text", "PutItem", item({ a: { S: "" }, b: { L: [{ S: "" }] } })],
  [
    "attributes that are called M and L",
    "PutItem",
    item({ M: { M: { L: { S: "x" } } }, L: { L: [] } }),
  ],
  ["a name of 65,535 characters", "PutItem", item({ ["a".repeat(65_535)]: { S: "x" } })],
  [
    "an expression of 4 KB",
    "UpdateItem",
    update({}, { UpdateExpression: `SET a = :a${" ".repeat(4_086)}` }),
  ],
])("%s is taken", async (_, operation, input) => {
  expect(await ask(operation, input)).toEqual(["ok", undefined]);
});
