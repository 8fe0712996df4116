import { expect, test } from "@jest/globals";
import { createCallContextStore } from "./dynamodb/dynamodb-store.ts";
import { createInMemoryCallContextStore } from "./in-memory-store.ts";

// As a caller without types may write them.
const createStore = createCallContextStore as (options: unknown) => unknown;
const createInMemory = createInMemoryCallContextStore as (options?: unknown) => unknown;

const client = { get() {}, put() {}, update() {} };
const tableName = "call-contexts";
const noClient = "client must be a client of DynamoDB";
const noTable = "tableName must be a table's name or ARN";

test.each([
  ["no options", {}, `${noClient}; ${noTable}`],
  ["no client", { tableName }, noClient],
  ["an empty client", { tableName, client: {} }, noClient],
  ["a client's class", { tableName, client: class Client {} }, noClient],
  ["half a client", { tableName, client: { get() {} } }, noClient],
  ["null for a client", { tableName, client: null }, noClient],
  ["no table", { client }, noTable],
  ["an empty table", { client, tableName: "" }, noTable],
  ["a blank table", { client, tableName: "  " }, noTable],
  ["a schema that is none", { client, tableName, schema: {} }, "schema must be a Standard Schema"],
  ["no time", { client, tableName, ttlSeconds: Number.NaN }, "ttlSeconds must be a number above 0"],
  ["no time at all", { client, tableName, ttlSeconds: 0 }, "ttlSeconds must be a number above 0"],
  [
    "time as text",
    { client, tableName, ttlSeconds: "3600" },
    "ttlSeconds must be a number above 0",
  ],
])("a store of %s is refused with a sentence", (_, options, sentence) => {
  expect(() => createStore(options)).toThrow(
    expect.objectContaining({
      code: "call-context.invalid-options",
      message: `The store cannot be made: ${sentence}`,
    }),
  );
});

test.each([{ schema: "zod" }, { ttlSeconds: -1 }])(
  "the store for tests refuses what a table's store refuses: %j",
  (options) => {
    expect(() => createInMemory(options)).toThrow(
      expect.objectContaining({ code: "call-context.invalid-options" }),
    );
  },
);

test("a store of a client and a table is made", () => {
  expect(createStore({ client, tableName })).toHaveProperty("create");
});
