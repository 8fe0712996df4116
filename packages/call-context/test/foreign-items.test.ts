import { expect, test } from "@jest/globals";
import { LocalTable, nowSeconds } from "./local-table.ts";

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
