import { expect, test } from "@jest/globals";
import * as z from "zod";
import { createCallContextStore } from "../src/index.ts";
import { LocalTable, now, nowSeconds, tableName } from "./local-table.ts";

const table = new LocalTable();

/** What a system that knows the field names and no more would write. */
const theirs = {
  callerName: "Maria Silva",
  accountIdVerified: true,
  reason: { id: "billing" },
  locale: "en-US",
  expiresAt: nowSeconds + 60,
};

test("an item without status, time of creation and call starter loads and can be claimed", async () => {
  await table.put({ ...theirs, contextId: "sparse" });
  const store = table.store();
  const record = {
    ...theirs,
    contextId: "sparse",
    status: "created",
    callStarter: "skill-call",
    // The end of its life less the store's ten minutes.
    createdAt: "2026-01-02T02:55:05.000Z",
  };
  expect(await store.get("sparse")).toEqual(record);
  expect(await store.claim("sparse", "call")).toEqual({
    ...record,
    status: "claimed",
    transactionId: "call",
  });
});

test("an item that leaves out what need not be said loads as the usual, unverified call", async () => {
  const { callerName, reason, expiresAt } = theirs;
  await table.put({ callerName, reason, expiresAt, contextId: "bare" });
  expect(await table.store().claim("bare", "call")).toMatchObject({
    callerName,
    reason,
    accountIdVerified: false,
    locale: "en-US",
    callStarter: "skill-call",
  });
});

test.each([
  ["seconds", 1767323045],
  ["milliseconds", 1767323045000],
])("a time of creation that counts %s is read as a time", async (_, createdAt) => {
  await table.put({ ...theirs, contextId: `counted-${createdAt}`, createdAt });
  const { createdAt: read } = await table.store().get(`counted-${createdAt}`);
  expect(read).toBe("2026-01-02T03:04:05.000Z");
});

test.each([
  ["2026-01-02T03:04:05.678Z", "2026-01-02T03:04:05.678Z"],
  ["2026-01-02T03:04:05Z", "2026-01-02T03:04:05.000Z"],
  ["2026-01-02T03:04:05.678912Z", "2026-01-02T03:04:05.678Z"],
  ["2026-01-01T21:04:05-06:00", "2026-01-02T03:04:05.000Z"],
  ["2026-01-02T03:04:05", "2026-01-02T03:04:05.000Z"],
  ["2026-01-02 03:04:05", "2026-01-02T03:04:05.000Z"],
  ["2026-01-02", "2026-01-02T00:00:00.000Z"],
  ["1767323045", "2026-01-02T03:04:05.000Z"],
  ["1767323045678", "2026-01-02T03:04:05.678Z"],
])("the time of creation %s is read as %s", async (createdAt, read) => {
  await table.put({ ...theirs, contextId: "dated", createdAt });
  expect(await table.store().get("dated")).toMatchObject({ createdAt: read });
});

test("NULL in an optional field is the same as nothing", async () => {
  const nothing = {
    accountId: null,
    callerNumber: null,
    skillId: null,
    locale: null,
    callStarter: null,
    accountIdVerified: null,
    status: null,
    createdAt: null,
    reason: { id: "billing", text: null },
  };
  await table.put({ ...theirs, ...nothing, contextId: "nulls" });
  const claimed = await table.store().claim("nulls", "call");
  expect(claimed).toEqual({
    callerName: "Maria Silva",
    reason: { id: "billing" },
    accountIdVerified: false,
    locale: "en-US",
    callStarter: "skill-call",
    contextId: "nulls",
    status: "claimed",
    createdAt: "2026-01-02T02:55:05.000Z",
    expiresAt: theirs.expiresAt,
    transactionId: "call",
  });
  expect(await table.store().advance("nulls", "connected")).toBe(true);
});

test("an empty text in an optional field is the same as nothing", async () => {
  const empty = { accountId: "", callerNumber: "", skillId: "", locale: "", traceparent: "" };
  const reason = { id: "billing", text: "" };
  await table.put({ ...theirs, ...empty, reason, comment: "", contextId: "empty" });
  expect(await table.store().claim("empty", "call")).toEqual({
    ...theirs,
    reason: { id: "billing" },
    comment: "",
    locale: "en-US",
    callStarter: "skill-call",
    contextId: "empty",
    status: "claimed",
    createdAt: "2026-01-02T02:55:05.000Z",
    transactionId: "call",
  });
});

test("NULL in an optional field of the team's schema is the same as nothing, and kept where it may be", async () => {
  const schema = z.object({
    queue: z.string().optional(),
    branch: z.object({ city: z.string().optional() }),
    photo: z.null(),
  });
  const fields = { queue: null, branch: { city: null }, photo: null };
  await table.put({ ...theirs, ...fields, contextId: "team-nulls" });
  const client = table.client();
  const store = createCallContextStore({ client, tableName, schema, clock: () => now });
  const record = await store.get("team-nulls");
  expect(record).toMatchObject({ branch: {}, photo: null });
  expect(record).not.toHaveProperty("queue");
  expect(record.branch).not.toHaveProperty("city");
});

test("an end of its life within a second is that second", async () => {
  await table.put({ ...theirs, contextId: "fraction", expiresAt: nowSeconds + 60.5 });
  expect(await table.store().get("fraction")).toMatchObject({ expiresAt: nowSeconds + 60 });
});

test("every field that does not fit is named", async () => {
  await table.put({ ...theirs, contextId: "bad", callerName: 7, reason: {}, callerNumber: "555" });
  await expect(table.store().get("bad")).rejects.toMatchObject({
    field: "callerName",
    misfits: [
      { field: "callerName", problem: "must be a string" },
      { field: "reason.id", problem: expect.any(String) },
      { field: "callerNumber", problem: "must be an E.164 number such as +12045551111" },
    ],
  });
  await table.put({ ...theirs, contextId: "nobody", callerName: "", reason: { id: "" } });
  await expect(table.store().get("nobody")).rejects.toMatchObject({
    misfits: [
      { field: "callerName", problem: "is missing" },
      { field: "reason.id", problem: "is missing" },
    ],
  });
  await table.put({ ...theirs, contextId: "worse", status: "ringing", expiresAt: "soon" });
  await expect(table.store().get("worse")).rejects.toMatchObject({
    misfits: [{ field: "status" }, { field: "expiresAt" }],
  });
});

test("an item without status that a call claimed is claimed", async () => {
  await table.put({ ...theirs, contextId: "claimed", transactionId: "call" });
  expect(await table.store().get("claimed")).toMatchObject({ status: "claimed" });
  await expect(table.store().claim("claimed", "another")).rejects.toMatchObject({
    code: "call-context.already-claimed",
  });
});

test("an item without status moves forward", async () => {
  await table.put({ ...theirs, contextId: "moving" });
  expect(await table.store().advance("moving", "connected")).toBe(true);
  expect(await table.store().get("moving")).toMatchObject({ status: "connected" });
});

test("attributes that no schema names are kept", async () => {
  const tags = new Set(["a"]);
  await table.put({ ...theirs, contextId: "extra", branch: { id: 7 }, tags, photo: null });
  expect(await table.store().claim("extra", "call")).toMatchObject({
    branch: { id: 7 },
    tags,
    photo: null,
  });
});

test("a number that JavaScript cannot keep exactly does not cost the caller the context", async () => {
  await table.put({ ...theirs, contextId: "great", score: 2n ** 70n });
  expect(await table.store().get("great")).toMatchObject({ score: 2 ** 70 });
});

test.each([
  ["no end of its life", "expiresAt is missing", { expiresAt: undefined }],
  ["the end of its life as text", "expiresAt must be epoch seconds", { expiresAt: "soon" }],
  ["a negative end of its life", "expiresAt must be epoch seconds", { expiresAt: -1 }],
  [
    "the end of its life in milliseconds",
    "expiresAt must be epoch seconds, and counts milliseconds",
    { expiresAt: (nowSeconds + 60) * 1000 },
  ],
  [
    "a life of a hundred years",
    "expiresAt must be epoch seconds, and is more than ten years away",
    { expiresAt: nowSeconds + 3.2e9 },
  ],
  ["NULL as the end of its life", "expiresAt must be epoch seconds", { expiresAt: null }],
  ["words for a time of creation", "createdAt must be a time", { createdAt: "an hour ago" }],
  [
    "a word with a number for a time of creation",
    "createdAt must be a time",
    { createdAt: "day 1" },
  ],
  ["a month that no year has", "createdAt must be a time", { createdAt: "2026-13-01T00:00:00Z" }],
  ["a day that no month has", "createdAt must be a time", { createdAt: "2026-02-30T00:00:00Z" }],
  ["an empty time of creation", "createdAt must be a time", { createdAt: "" }],
  ["a time of creation before all time", "createdAt must be a time", { createdAt: -1 }],
  ["an end of its life beyond all time", "expiresAt must be epoch seconds", { expiresAt: 1e15 }],
  ["an unknown status", "status must be one of created, claimed", { status: "ringing" }],
  ["a transaction that is no text", "transactionId must be text", { transactionId: null }],
  ["a time of creation that is none", "createdAt must be a time", { createdAt: true }],
  ["an empty transaction", "transactionId must not be empty", { transactionId: "" }],
])(
  "an item with %s is an error that names the field, for every operation",
  async (_, problem, change) => {
    const [field] = problem.split(" ");
    const { expiresAt, ...item } = { ...theirs, contextId: "unreadable", ...change };
    await table.put(expiresAt === undefined ? item : { ...item, expiresAt });
    const store = table.store();
    const expected = { code: "call-context.invalid-record", field };
    await expect(store.get("unreadable")).rejects.toMatchObject(expected);
    await expect(store.get("unreadable")).rejects.toThrow(problem);
    await expect(store.claim("unreadable", "call")).rejects.toMatchObject(expected);
  },
);

test.each([
  ["no reason", "reason", { reason: null }],
  ["a reason without an id", "reason.id", { reason: { text: "x" } }],
  ["a caller's name that is no text", "callerName", { callerName: 7 }],
])("an item with %s is an error that names the field", async (_, field, change) => {
  await table.put({ ...theirs, contextId: "misfit", ...change });
  const expected = { code: "call-context.invalid-record", field };
  await expect(table.store().get("misfit")).rejects.toMatchObject(expected);
  await expect(table.store().claim("misfit", "call")).rejects.toMatchObject(expected);
});

test("an item without a history has one of its creation, and what is no entry is left out", async () => {
  const odd = { "timeline#claimed": 7, "timeline#connected": "then", "note#1": "x", "note#2": {} };
  await table.put({ ...theirs, contextId: "odd", ...odd });
  const { statusChanges, notes } = await table.store().history("odd");
  expect(statusChanges).toEqual([{ status: "created", at: expect.any(String) }]);
  expect(notes).toEqual([]);
});
