import assert from "node:assert/strict";
import type { CallContext } from "../call-context.ts";
import { newContextId } from "../context-id.ts";
import { isContextId } from "../is-context-id.ts";
import { maximumItemBytes } from "../item-size.ts";
import type { ConformanceCase } from "./conformance-case.ts";
import { expectFailure, expectRefusal, expectSame, transactionId } from "./expectations.ts";

/** Contexts that no store takes, by the field that the error names. */
const refused: readonly (readonly [why: string, field: string, change: object])[] = [
  ["a missing caller's name", "callerName", { callerName: undefined }],
  ["an empty caller's name", "callerName", { callerName: "" }],
  ["half of a surrogate pair", "callerName", { callerName: "Ann \ud83d" }],
  ["an item beyond DynamoDB's limit", "callerName", { callerName: "x".repeat(maximumItemBytes) }],
  ["a number that is none", "accountIdVerified", { accountIdVerified: Number.NaN }],
  ["a reason without an id", "reason.id", { reason: { text: "my bill" } }],
  ["a reason's text that is no text", "reason.text", { reason: { id: "billing", text: 7 } }],
  ["a caller's number that is not E.164", "callerNumber", { callerNumber: "555-1234" }],
  ["an unknown call starter", "callStarter", { callStarter: "carrier-pigeon" }],
  ["a field of the store itself", "expiresAt", { expiresAt: 1 }],
];

export const createCases: readonly ConformanceCase[] = [
  {
    name: "create answers the record: new, with an ID, the time and the end of its life",
    async run({ store, context, settings }) {
      const { contextId, ...record } = await store.create(context);
      assert.ok(isContextId(contextId), "The context ID is none");
      expectSame(record, {
        ...context,
        status: "created",
        createdAt: new Date(settings.clock()).toISOString(),
        expiresAt: Math.floor(settings.clock() / 1000) + settings.ttlSeconds,
      });
    },
  },
  {
    name: "every context gets an ID of its own",
    async run({ create }) {
      const records = await Promise.all([create(), create(), create()]);
      assert.equal(new Set(records.map(({ contextId }) => contextId)).size, 3);
    },
  },
  {
    name: "a context is stored under the ID that is given",
    async run({ store, context }) {
      const contextId = newContextId();
      const record = await store.create(context, { contextId });
      assert.equal(record.contextId, contextId);
      expectSame(await store.get(contextId), record);
    },
  },
  {
    name: "under an ID that is taken nothing is stored, whoever asks first, and the record stays as it is",
    async run({ store, context }) {
      const contextId = newContextId();
      const other = { ...context, callerName: "Somebody else" };
      const both = [context, other].map((each) => store.create(each, { contextId }));
      const stored = (await Promise.allSettled(both)).filter(
        ({ status }) => status === "fulfilled",
      );
      assert.equal(stored.length, 1);
      await store.claim(contextId, transactionId);
      const record = await store.get(contextId);
      await expectFailure(store.create(other, { contextId }), "call-context.exists");
      expectSame(await store.get(contextId), record);
    },
  },
  {
    name: "create refuses what can be no context ID",
    async run({ store, context }) {
      for (const contextId of ["", " ", "a b", "x".repeat(101)])
        await expectRefusal(store.create(context, { contextId }), "contextId");
    },
  },
  {
    name: "what was created can be read at once, as it was answered",
    async run({ store, create }) {
      const record = await create();
      expectSame(await store.get(record.contextId), record);
    },
  },
  {
    name: "text of any script comes back as it was",
    async run({ store, context }) {
      const callerName = "Zoë O’Neill & 王芳 👩‍💻";
      const { contextId } = await store.create({ ...context, callerName });
      assert.equal((await store.get(contextId)).callerName, callerName);
    },
  },
  {
    name: "an optional field that is undefined is left out",
    async run({ store, context }) {
      const given = { ...context, skillId: undefined } as unknown as CallContext;
      const { contextId } = await store.create(given);
      assert.ok(!("skillId" in (await store.get(contextId))));
    },
  },
  {
    name: "what a caller does to an answer changes nothing in the store",
    async run({ store, create }) {
      const record = await create();
      const { callerName } = record;
      Object.assign(record, { callerName: "changed" });
      Object.assign((await store.get(record.contextId)).reason, { id: "changed" });
      const kept = await store.get(record.contextId);
      assert.equal(kept.callerName, callerName);
      assert.notEqual(kept.reason.id, "changed");
    },
  },
  ...refused.map(
    ([why, field, change]): ConformanceCase => ({
      name: `create refuses ${why} and names the field`,
      run: ({ store, context }) =>
        expectRefusal(store.create({ ...context, ...change } as CallContext), field),
    }),
  ),
  {
    name: "create refuses what is no object",
    run: ({ store }) => expectRefusal(store.create(null as unknown as CallContext), "context"),
  },
  {
    name: "get of an unknown ID is not found",
    async run({ store }) {
      await expectFailure(store.get("0".repeat(32)), "call-context.not-found");
    },
  },
  {
    name: "get of what cannot be a context ID is not found",
    async run({ store }) {
      for (const id of ["", " ", "a b", "x".repeat(101)]) {
        await expectFailure(store.get(id), "call-context.not-found");
      }
    },
  },
];
