import { beforeEach, expect, test } from "@jest/globals";
import { StandInKms } from "@skill-call/test-peers/kms";
import { until } from "@skill-call/test-peers/until";
import {
  type CallContext,
  type CallerRecord,
  dataKeyContext,
  kmsDataKeys,
  StoreUnavailableError,
} from "../src/index.ts";
import { LocalTable, ManualTime, nowSeconds } from "./local-table.ts";

const table = new LocalTable();
const kms = new StandInKms();
const key = kms.createKey();
const transactionId = "46e6f593-1f1c-4808-9166-a141624cf145";

const maria: CallContext & { readonly memberId: string } = {
  callerName: "Maria Silva",
  accountId: "AC1234",
  accountIdVerified: true,
  reason: { id: "billing", text: "my last bill" },
  callerNumber: "+12045551111",
  locale: "es-US",
  skillId: "amzn1.ask.skill.1",
  callStarter: "callback",
  memberId: "M77",
};

/** A store that encrypts under a key, or only reads. */
const storeWith = (keyId?: string, options: object = {}) =>
  table.store({ dataKeys: kmsDataKeys(kms, keyId), ...options });
const writer = () => storeWith(key);
const reader = () => storeWith();

beforeEach(() => {
  kms.clear();
  table.newRequests();
});

async function theirs(
  known: Readonly<Record<string, string>>,
  unreadable?: (record: CallerRecord) => void,
): Promise<CallerRecord[]> {
  const found: CallerRecord[] = [];
  const records = table.callerRecords({ dataKeys: kmsDataKeys(kms) });
  const request = unreadable && { unreadable };
  for await (const record of records.recordsOf(known, request)) found.push(record);
  return found;
}

/** Puts an item again, some of it changed. */
async function change(contextId: string, changes: Readonly<Record<string, unknown>>) {
  await table.put({ ...(await table.item(contextId)), ...changes });
}

test("nothing that the caller said stands in the table; what conditions, updates and the stream name does", async () => {
  const { contextId, createdAt, expiresAt } = await writer().create(maria);
  await writer().addNote(contextId, { id: "n1", text: "Asked for a copy" });
  const item = (await table.item(contextId)) ?? {};
  const base64 = expect.stringMatching(/^[A-Za-z0-9+/]+=*$/);
  expect(item).toEqual({
    contextId,
    status: "created",
    createdAt,
    expiresAt,
    callStarter: "callback",
    writeToken: expect.any(String),
    "encrypted#context": { key: base64, data: base64 },
    "note#n1": { data: base64, at: expect.any(String) },
    "notes#count": 1,
    "notes#encrypted": true,
  });
  expect(JSON.stringify(item)).not.toMatch(/Maria|AC1234|billing|5551111|es-US|M77|copy/);
});

test("the same words twice are two texts", async () => {
  const [one, other] = [await writer().create(maria), await writer().create(maria)];
  const [first, second] = [await table.item(one.contextId), await table.item(other.contextId)];
  expect(first?.["encrypted#context"]).not.toEqual(second?.["encrypted#context"]);
});

test("every reader gets it as it was, with what was noted", async () => {
  const record = await writer().create(maria);
  const { contextId } = record;
  expect(await reader().get(contextId)).toEqual(record);
  const claimed = { ...record, status: "claimed", transactionId };
  expect(await reader().claim(contextId, transactionId)).toEqual(claimed);
  const note = await reader().addNote(contextId, { id: "n1", text: "Called back" });
  expect(await reader().history(contextId)).toMatchObject({ record: claimed, notes: [note] });
});

test("plain records are read, claimed and noted on as ever, with the switch on", async () => {
  const record = await table.store().create(maria);
  const { contextId } = record;
  expect(await writer().get(contextId)).toEqual(record);
  await writer().claim(contextId, transactionId);
  await writer().addNote(contextId, { id: "n1", text: "Called back" });
  expect((await table.store().history(contextId)).notes).toHaveLength(1);
  expect(kms.requests).toEqual([]);
});

test("a store without a key to encrypt by stores as ever", async () => {
  const { contextId } = await reader().create(maria);
  expect(await table.item(contextId)).toMatchObject(maria);
});

test("a store without data keys says what it cannot read, and moves the status all the same", async () => {
  const { contextId } = await writer().create(maria);
  const without = table.store();
  const refused = {
    code: "call-context.invalid-record",
    field: "encrypted#context",
    message: expect.stringContaining("is encrypted, and the store has no data keys"),
  };
  await expect(without.get(contextId)).rejects.toMatchObject(refused);
  await expect(without.claim(contextId, transactionId)).rejects.toMatchObject(refused);
  await expect(without.addNote(contextId, { id: "n", text: "t" })).rejects.toMatchObject(refused);
  expect(await without.advance(contextId, "connected", { transactionId })).toBe(true);
});

test("a request of DynamoDB's and one of KMS's is what a claim and a read cost, a new record the same", async () => {
  const { contextId } = await writer().create(maria);
  expect(table.newRequests()).toEqual(["PutItem ok"]);
  await reader().claim(contextId, transactionId);
  await reader().get(contextId);
  expect(table.newRequests()).toEqual(["UpdateItem ok", "GetItem ok"]);
  expect(kms.requests.map(({ operation }) => operation)).toEqual([
    "GenerateDataKey",
    "Decrypt",
    "Decrypt",
  ]);
});

test("what KMS is told, and its log keeps, is what keys are for: no ID and no word", async () => {
  const { contextId } = await writer().create(maria);
  await reader().get(contextId);
  expect(kms.requests.map(({ context }) => context)).toEqual([dataKeyContext, dataKeyContext]);
  expect(dataKeyContext).toEqual({ purpose: "skill-call:call-context" });
});

test("words that are moved to another record, or changed, are not read", async () => {
  const [one, other] = [await writer().create(maria), await writer().create(maria)];
  const item = (await table.item(one.contextId)) ?? {};
  const words = item["encrypted#context"] as { readonly key: string; readonly data: string };
  const changed = `${words.data.slice(0, -6)}AAAA${words.data.slice(-2)}`;
  for (const encrypted of [
    words,
    { ...words, data: changed },
    { ...words, data: "AAAA" },
    { ...words, data: "" },
    { ...words, key: "AAAA" },
    { key: words.key },
    "text",
  ]) {
    await change(other.contextId, { "encrypted#context": encrypted });
    await expect(reader().get(other.contextId)).rejects.toMatchObject({
      code: "call-context.invalid-record",
      field: "encrypted#context",
    });
  }
  expect(await reader().get(one.contextId)).toMatchObject(maria);
});

test("a note that is moved to another place, or that a text is made of, is not read", async () => {
  const { contextId } = await writer().create(maria);
  await writer().addNote(contextId, { id: "n1", text: "Called back" });
  const item = (await table.item(contextId)) ?? {};
  const { data } = item["encrypted#context"] as { readonly data: string };
  for (const forged of [item["note#n1"], { data, at: "2026-01-02T03:04:05.678Z" }]) {
    await change(contextId, { "note#n2": forged });
    await expect(reader().history(contextId)).rejects.toMatchObject({
      code: "call-context.invalid-record",
    });
  }
  // The context itself is none the worse for it.
  expect(await reader().get(contextId)).toMatchObject(maria);
});

test("attributes beside the encrypted ones are not taken for the caller's words", async () => {
  const { contextId } = await writer().create({ ...maria, accountIdVerified: false });
  await change(contextId, { accountIdVerified: true, vip: "yes", callerName: "Somebody else" });
  const record = await reader().get(contextId);
  expect(record).toMatchObject({ callerName: "Maria Silva", accountIdVerified: false });
  expect(record).not.toHaveProperty("vip");
});

test("a key that KMS rotates reads what it encrypted before, and after", async () => {
  const before = await writer().create(maria);
  kms.rotate(key);
  const after = await writer().create(maria);
  for (const record of [before, after]) {
    expect(await reader().get(record.contextId)).toEqual(record);
  }
});

test("while the key is changed, readers read under both, until the former one is no longer usable", async () => {
  const [former, next] = [kms.createKey(), kms.createKey()];
  const old = await storeWith(former).create(maria);
  const fresh = await storeWith(next).create(maria);
  for (const record of [old, fresh]) {
    expect(await reader().get(record.contextId)).toEqual(record);
    expect(await storeWith(next).get(record.contextId)).toEqual(record);
  }
  for (const state of ["Disabled", "PendingDeletion"] as const) {
    kms.setState(former, state);
    await expect(reader().get(old.contextId)).rejects.toMatchObject({
      code: "call-context.invalid-record",
      message: expect.stringContaining("is encrypted by a key that cannot be used"),
    });
    expect(await reader().get(fresh.contextId)).toEqual(fresh);
  }
  kms.setState(former, "Enabled");
  expect(await reader().get(old.contextId)).toEqual(old);
});

test("a KMS that is busy or fails is asked again", async () => {
  kms.fail({ name: "ThrottlingException", times: 2 });
  const { contextId } = await writer().create(maria);
  kms.fail({ name: "KMSInternalException" });
  kms.fail({ name: "ThrottlingException" });
  expect(await reader().get(contextId)).toMatchObject(maria);
});

test.each(["ThrottlingException", "AccessDeniedException", "KMSInternalException"] as const)(
  "a KMS that answers %s to the end is a store that is unavailable, and nothing is stored",
  async (name) => {
    const { contextId } = await writer().create(maria);
    table.newRequests();
    const attempts = name === "AccessDeniedException" ? 1 : 6;
    kms.fail({ name, times: 2 * attempts });
    kms.requests.length = 0;
    const failure = { code: "call-context.store-unavailable", cause: { name } };
    await expect(writer().create(maria)).rejects.toMatchObject(failure);
    expect(table.newRequests()).toEqual([]);
    await expect(reader().claim(contextId, transactionId)).rejects.toMatchObject(failure);
    expect(kms.requests).toHaveLength(2 * attempts);
    // The claim stands, and is this call's: it may ask again.
    expect(await reader().claim(contextId, transactionId)).toMatchObject(maria);
  },
);

test("a KMS that hangs is let go of when the time is over", async () => {
  const { contextId } = await writer().create(maria);
  kms.requests.length = 0;
  const time = new ManualTime();
  const limits = { after: time.after, attemptTimeoutMs: 400, requestTimeoutMs: 2_000 };
  kms.fail({ name: "hang", times: 10 });
  const read = storeWith(undefined, limits)
    .get(contextId)
    .catch((error: unknown) => error);
  await until(() => kms.requests.length === 1);
  await time.run(400);
  await time.run(50);
  await until(() => kms.requests.length === 2);
  await time.run(2_000);
  expect(await read).toBeInstanceOf(StoreUnavailableError);
  expect(time.waits).toEqual([]);
});

test("a KMS that hangs ends with the caller's signal, in a write, too", async () => {
  const deadline = new AbortController();
  const reason = new Error("The deadline of the call passed");
  kms.fail({ name: "hang" });
  const written = writer()
    .create(maria, { signal: deadline.signal })
    .catch((error: unknown) => error);
  await until(() => kms.requests.length === 1);
  deadline.abort(reason);
  expect(await written).toMatchObject({ code: "call-context.store-unavailable", cause: reason });
});

test("a context that is too great once it is encrypted is refused", async () => {
  const essay = "x".repeat(350_000);
  await expect(table.store().create({ ...maria, essay } as CallContext)).resolves.toBeDefined();
  await expect(writer().create({ ...maria, essay } as CallContext)).rejects.toMatchObject({
    code: "call-context.invalid-context",
    field: "encrypted#context",
  });
});

test("a context cannot use the name of what is encrypted", async () => {
  await expect(
    table.store().create({ ...maria, "encrypted#context": "x" } as CallContext),
  ).rejects.toMatchObject({ code: "call-context.invalid-context", field: "encrypted#context" });
});

test("one caller's records are found and deleted among encrypted and plain ones", async () => {
  const accountId = "AC-delete";
  const encrypted = await writer().create({ ...maria, accountId });
  const plain = await table.store().create({ ...maria, accountId });
  const other = await writer().create(maria);
  const found = await theirs({ accountId: "acdelete", callerName: "maria silva" });
  expect(found.map(({ contextId }) => contextId).sort()).toEqual(
    [encrypted.contextId, plain.contextId].sort(),
  );
  expect(found.some((record) => "callerName" in record)).toBe(false);
  const records = table.callerRecords();
  for (const { contextId } of found) await records.remove(contextId);
  expect(await theirs({ accountId })).toEqual([]);
  expect(await reader().get(other.contextId)).toEqual(other);
});

test("records that no key opens are told as that, and can be deleted by their ID", async () => {
  const lost = kms.createKey();
  const { contextId } = await storeWith(lost).create(maria);
  kms.setState(lost, "PendingDeletion");
  const unreadable: CallerRecord[] = [];
  const look = () => theirs({ accountId: "nobody's" }, (record) => unreadable.push(record));
  expect(await look()).toEqual([]);
  expect(unreadable).toContainEqual(
    expect.objectContaining({ contextId, status: "created", expiresAt: nowSeconds + 600 }),
  );
  kms.fail({ name: "AccessDeniedException" });
  expect(await theirs({ contextId })).toMatchObject([{ contextId }]);
  await table.callerRecords().remove(contextId);
  kms.clear();
  unreadable.length = 0;
  await look();
  expect(unreadable.map((record) => record.contextId)).not.toContain(contextId);
});

test("who has no right to a key does not take its records for nobody's", async () => {
  const { contextId } = await writer().create(maria);
  kms.fail({ name: "AccessDeniedException" });
  await expect(theirs({ accountId: "nobody's" })).rejects.toMatchObject({
    code: "call-context.store-unavailable",
  });
  await table.callerRecords().remove(contextId);
});
