import { expect, test } from "@jest/globals";
import { createItemStore, type ItemClient } from "@skill-call/call-context";
import {
  callContextStoreConformance,
  callHistoryConformance,
} from "@skill-call/call-context/testing";
import { conditionOf } from "./expression.ts";
import { ContextTable } from "./table.ts";

function itemsOf(table: ContextTable): ItemClient {
  return {
    get: async (input) => table.get(input),
    put: async (input) => table.put(input),
    update: async (input) => table.update(input),
  };
}

const createStore = (settings: { readonly clock: () => number; readonly ttlSeconds: number }) =>
  createItemStore({ ...settings, items: itemsOf(new ContextTable()), tableName: "contexts" });

callContextStoreConformance({ test, createStore });
callHistoryConformance({ test, createStore });

test("a write is told with what was there before", async () => {
  const writes: unknown[] = [];
  const table = new ContextTable((contextId, { before, after }) =>
    writes.push([contextId, before?.status, after.status]),
  );
  const store = createItemStore({ items: itemsOf(table), tableName: "contexts" });
  const context = {
    callerName: "Ana",
    accountIdVerified: false,
    reason: { id: "billing" },
    locale: "en-US",
    callStarter: "skill-call",
  } as const;
  const { contextId } = await store.create(context);
  await store.claim(contextId, "transaction-1");
  await store.advance(contextId, "claimed");
  expect(writes).toEqual([
    [contextId, undefined, "created"],
    [contextId, "created", "claimed"],
  ]);
});

test("AND binds closer than OR, NOT closer than both; what is not there meets no comparison", () => {
  const item = { a: 1, b: "x" };
  const references = { names: { "#b": "b" }, values: { ":one": 1, ":x": "x", ":y": "y" } };
  const holds = (text: string) => conditionOf(text)(item, references);
  expect(holds("a = :one OR a = :one AND #b = :y")).toBe(true);
  expect(holds("(a = :one OR a = :one) AND #b = :y")).toBe(false);
  expect(holds("NOT #b IN (:y) AND a >= :one")).toBe(true);
  expect(holds("c = :one")).toBe(false);
  expect(holds("NOT c < :one")).toBe(true);
  expect(holds("a < :x")).toBe(false);
});

test("an expression that the model does not know is an error, never a guess", () => {
  expect(() => conditionOf("size(a) > :one")).toThrow(SyntaxError);
  expect(() => conditionOf("a = ")).toThrow(SyntaxError);
});
