import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { type KmsServer, kmsOverHttp, StandInKms } from "@skill-call/test-peers/kms";
import { createDataKeys, type DataKeysOptions } from "./data-keys.ts";

const kms = new StandInKms();
const keyId = kms.createKey();
const encryptionContext = { purpose: "tests" };
const { signal } = new AbortController();
let server: KmsServer;
let now = 0;

beforeAll(async () => {
  server = await kmsOverHttp(kms);
});
afterAll(() => server.close());
beforeEach(() => {
  kms.clear();
  now = Date.UTC(2026, 0, 2);
});

function dataKeys(options: Partial<DataKeysOptions> = {}) {
  const environment = {
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "local",
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_ENDPOINT_URL_KMS: server.url,
  };
  return createDataKeys({ environment, now: () => now, encryptionContext, keyId, ...options });
}

async function newKey() {
  const made = await dataKeys().generate?.(signal);
  if (!made) throw new RangeError("No key was made");
  return made;
}

const operations = () => kms.requests.map(({ operation }) => operation);

test("a new key has 256 bits, and its encrypted form is decrypted to it", async () => {
  const { plain, encrypted } = await newKey();
  expect(plain).toHaveLength(32);
  expect(await dataKeys().decrypt(encrypted, signal)).toEqual(plain);
  expect(kms.requests).toEqual([
    { operation: "GenerateDataKey", context: encryptionContext },
    { operation: "Decrypt", context: encryptionContext },
  ]);
});

test("without a key to make them under there are none, and those of others are decrypted", async () => {
  const { plain, encrypted } = await newKey();
  const reading = dataKeys({ keyId: undefined });
  expect(reading.generate).toBeUndefined();
  expect(await reading.decrypt(encrypted, signal)).toEqual(plain);
});

test("a key of another encryption context is refused", async () => {
  const { encrypted } = await newKey();
  const others = dataKeys({ encryptionContext: { purpose: "others" } });
  await expect(others.decrypt(encrypted, signal)).rejects.toMatchObject({
    name: "InvalidCiphertextException",
    $metadata: { httpStatusCode: 400 },
  });
});

test("a key that was decrypted is kept for a minute, and no longer", async () => {
  const { plain, encrypted } = await newKey();
  const keys = dataKeys();
  kms.clear();
  for (let seconds = 0; seconds < 60; seconds += 1) {
    expect(await keys.decrypt(encrypted, signal)).toEqual(plain);
    now += 1_000;
  }
  expect(operations()).toEqual(["Decrypt"]);
  await keys.decrypt(encrypted, signal);
  expect(operations()).toEqual(["Decrypt", "Decrypt"]);
});

test("of many keys the last 64 are kept", async () => {
  const keys = dataKeys();
  const many = await Promise.all(Array.from({ length: 65 }, newKey));
  for (const { encrypted } of many) await keys.decrypt(encrypted, signal);
  kms.clear();
  for (const { encrypted } of many.slice(1)) await keys.decrypt(encrypted, signal);
  expect(operations()).toEqual([]);
  await keys.decrypt(many[0]?.encrypted ?? "", signal);
  expect(operations()).toEqual(["Decrypt"]);
});

test("what KMS refuses is not kept, and thrown by its name", async () => {
  const { plain, encrypted } = await newKey();
  const keys = dataKeys();
  kms.fail({ name: "AccessDeniedException" });
  await expect(keys.decrypt(encrypted, signal)).rejects.toMatchObject({
    name: "AccessDeniedException",
  });
  expect(await keys.decrypt(encrypted, signal)).toEqual(plain);
});

test("a request ends with its signal", async () => {
  kms.fail({ name: "hang" });
  const abort = new AbortController();
  const made = dataKeys().generate?.(abort.signal);
  abort.abort();
  await expect(made).rejects.toMatchObject({ name: "AbortError" });
});

test("whoever watches requests is told of each", async () => {
  const told: string[] = [];
  const { generate } = dataKeys({
    request:
      ({ service, operation }, send) =>
      (...args) => {
        told.push(`${service} ${operation}`);
        return send(...args);
      },
  });
  await generate?.(signal);
  expect(told).toEqual(["KMS GenerateDataKey"]);
});
