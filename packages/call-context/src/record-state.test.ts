import { expect, test } from "@jest/globals";
import { hashContextId } from "./context-id.ts";
import { claimableRecord, contextNotFound, liveRecord } from "./record-state.ts";

const contextId = "k9J2mQvX7pLw4RtZ8sYb1A";
const use = { contextId, now: 100, transactionId: "ours" };
const name = `Call context ${hashContextId(contextId)}`;

test("a refusal names the record by its hash, and says what is wrong with it", () => {
  expect(() => liveRecord(undefined, use)).toThrow(`${name} does not exist`);
  expect(() => liveRecord({ expiresAt: 100 }, use)).toThrow(`${name} has expired`);
  expect(() => claimableRecord({ expiresAt: 101, transactionId: "theirs" }, use)).toThrow(
    `${name} was claimed by another call`,
  );
  expect(contextNotFound(use).message).not.toContain(contextId);
});

test("a record may be used until its last second, and claimed by the same call again", () => {
  const record = { expiresAt: 101, transactionId: "ours" };
  expect(liveRecord(record, use)).toBe(record);
  expect(claimableRecord(record, use)).toBe(record);
});
