import { expect, test } from "@jest/globals";
import type { StandardSchemaV1 } from "@standard-schema/spec";
import * as v from "valibot";
import * as z from "zod";
import {
  type CallContext,
  type CallContextStore,
  callContextSchema,
  createCallContextStore,
  createInMemoryCallContextStore,
} from "../src/index.ts";
import { callContextStoreConformance } from "../src/testing/index.ts";
import { context, LocalTable, nowSeconds, tableName } from "./local-table.ts";

const table = new LocalTable();

interface Branch {
  readonly branch: { readonly city: string };
  readonly waited?: number | undefined;
}

/** A schema of no library, and slow. */
const handWritten: StandardSchemaV1<unknown, Branch> = {
  "~standard": {
    version: 1,
    vendor: "us",
    validate: async (value) => {
      const { branch } = value as { branch?: { city?: unknown } };
      return typeof branch?.city === "string"
        ? { value: value as Branch }
        : { issues: [{ message: "no", path: ["branch", { key: "city" }] }] };
    },
  },
};

const schemas = {
  zod: z.object({ branch: z.object({ city: z.string() }), waited: z.number().optional() }),
  valibot: v.object({ branch: v.object({ city: v.string() }), waited: v.optional(v.number()) }),
  "hand-written": handWritten,
} satisfies Record<string, StandardSchemaV1<unknown, Branch>>;

const branchContext: CallContext & Branch = { ...context, branch: { city: "Winnipeg" } };

test.each(Object.entries(schemas))(
  "fields of a %s schema are typed, kept and read",
  async (_, schema) => {
    const store = createCallContextStore({ client: table.client(), tableName, schema });
    const { contextId } = await store.create(branchContext);
    const city: string = (await store.claim(contextId, "call")).branch.city;
    expect(city).toBe("Winnipeg");
  },
);

test.each(Object.entries(schemas))(
  "a field that a %s schema refuses is named",
  async (_, schema) => {
    const store: CallContextStore = createInMemoryCallContextStore({ schema });
    await expect(store.create(context)).rejects.toMatchObject({
      code: "call-context.invalid-context",
      field: expect.stringMatching(/^branch/),
    });
    const wrong = { ...context, branch: { city: 7 } } as CallContext;
    await expect(store.create(wrong)).rejects.toMatchObject({ field: "branch.city" });
  },
);

test.each(Object.entries(schemas))(
  "an item that a %s schema refuses is an error with the field",
  async (_, schema) => {
    await table.put({ ...context, contextId: "theirs", branch: {}, expiresAt: nowSeconds + 60 });
    const store = table.store({ schema });
    await expect(store.get("theirs")).rejects.toMatchObject({
      code: "call-context.invalid-record",
      field: "branch.city",
    });
  },
);

test("an error of a team's schema does not quote the value", async () => {
  const schema = v.object({ pin: v.picklist(["0000"]) });
  const store: CallContextStore = createInMemoryCallContextStore({ schema });
  const secret = { ...context, pin: "4711" } as CallContext;
  const error = await store.create(secret).catch((error: unknown) => error);
  expect(error).toMatchObject({ field: "pin" });
  expect(JSON.stringify([String(error), error])).not.toContain("4711");
});

test("a schema may spell out the base fields too", async () => {
  const whole = v.object({ ...callContextSchema.entries, branch: v.string() });
  const store = createInMemoryCallContextStore({ schema: whole });
  const { branch } = await store.create({ ...context, branch: "Winnipeg" });
  expect(branch).toBe("Winnipeg");
});

test("the base fields are checked whatever a team's schema says", async () => {
  const store: CallContextStore = createInMemoryCallContextStore({ schema: schemas.zod });
  const nameless = { ...branchContext, callerName: "" };
  await expect(store.create(nameless)).rejects.toMatchObject({ field: "callerName" });
});

test("a default of a team's schema is stored", async () => {
  const schema = z.object({ queue: z.string().default("general") });
  const store = createInMemoryCallContextStore({ schema });
  const { contextId } = await store.create(context as CallContext & { queue: string });
  expect((await store.get(contextId)).queue).toBe("general");
});

test("a team's field that the schema makes unstorable is named", async () => {
  const schema = z.object({ at: z.coerce.date() });
  const store = createInMemoryCallContextStore({ schema });
  const request = store.create({ ...context, at: "2026-01-01" as unknown as Date });
  await expect(request).rejects.toMatchObject({
    code: "call-context.invalid-context",
    field: "at",
  });
});

test("a schema that transforms is refused before anything is stored", async () => {
  const toNumber = z.object({ waited: z.string().transform(Number) });
  const store: CallContextStore = createInMemoryCallContextStore({ schema: toNumber });
  await expect(store.create({ ...context, waited: "7" } as CallContext)).rejects.toMatchObject({
    code: "call-context.invalid-context",
    field: "waited",
  });
  const growing = z.object({ queue: z.string().transform((queue) => `${queue}!`) });
  const other: CallContextStore = createInMemoryCallContextStore({ schema: growing });
  const error = other.create({ ...context, queue: "gold" } as CallContext);
  await expect(error).rejects.toThrow("queue is changed by the team's schema each time");
});

test("a schema that only tidies up may do so", async () => {
  const schema = z.object({ queue: z.string().trim().toLowerCase() });
  const store = createInMemoryCallContextStore({ schema });
  const { contextId } = await store.create({ ...context, queue: " Gold " });
  expect((await store.get(contextId)).queue).toBe("gold");
});

test.each([
  ["zod", z.strictObject({ queue: z.string() })],
  ["valibot", v.strictObject({ queue: v.string() })],
])("a strict schema of %s checks the team's own fields", async (_, schema) => {
  const store = createCallContextStore({ client: table.client(), tableName, schema });
  const { contextId } = await store.create({ ...context, queue: "gold" });
  expect(await store.get(contextId)).toMatchObject({ ...context, queue: "gold" });
  const wrong = { ...context, queue: 7, more: 1 } as unknown as CallContext & { queue: string };
  await expect(store.create(wrong)).rejects.toMatchObject({
    code: "call-context.invalid-context",
    misfits: expect.arrayContaining([
      { field: "queue", problem: "does not fit the team's schema: expected string" },
    ]),
  });
});

test("every field that does not fit is named, with what is expected", async () => {
  const schema = z.object({ queue: z.string(), waited: z.number() });
  const store: CallContextStore = createInMemoryCallContextStore({ schema });
  const wrong = { ...context, queue: 7, waited: "long" } as CallContext;
  await expect(store.create(wrong)).rejects.toMatchObject({
    field: "queue",
    misfits: [
      { field: "queue", problem: "does not fit the team's schema: expected string" },
      { field: "waited", problem: "does not fit the team's schema: expected number" },
    ],
  });
  const unstorable = { ...context, a: Number.NaN, b: { c: new Date() } } as unknown as CallContext;
  await expect(store.create(unstorable)).rejects.toMatchObject({
    misfits: [{ field: "a" }, { field: "b.c" }],
  });
});

callContextStoreConformance({
  test,
  createStore: (settings) => createInMemoryCallContextStore({ ...settings, schema: schemas.zod }),
  context: branchContext,
});
