import assert from "node:assert/strict";
import type { ConformanceCase } from "./conformance-case.ts";
import {
  expectFailure,
  expectRefusal,
  expectSame,
  otherTransactionId,
  transactionId,
} from "./expectations.ts";

export const claimCases: readonly ConformanceCase[] = [
  {
    name: "claim loads the context and marks it as used by the transaction",
    async run({ store, create }) {
      const record = await create();
      const claimed = { ...record, status: "claimed", transactionId };
      expectSame(await store.claim(record.contextId, transactionId), claimed);
      expectSame(await store.get(record.contextId), claimed);
    },
  },
  {
    name: "the same transaction may claim again",
    async run({ store, create }) {
      const { contextId } = await create();
      const first = await store.claim(contextId, transactionId);
      expectSame(await store.claim(contextId, transactionId), first);
    },
  },
  {
    name: "the same transaction claims again without moving the status back",
    async run({ store, create }) {
      const { contextId } = await create();
      await store.claim(contextId, transactionId);
      await store.advance(contextId, "connected", { transactionId });
      assert.equal((await store.claim(contextId, transactionId)).status, "connected");
      assert.equal((await store.get(contextId)).status, "connected");
    },
  },
  {
    name: "another transaction may not claim, and changes nothing",
    async run({ store, create }) {
      const { contextId } = await create();
      const claimed = await store.claim(contextId, transactionId);
      const second = store.claim(contextId, otherTransactionId);
      await expectFailure(second, "call-context.already-claimed");
      expectSame(await store.get(contextId), claimed);
    },
  },
  {
    name: "of many transactions that claim at once exactly one gets the context",
    async run({ store, create }) {
      const { contextId } = await create();
      const claims = Array.from({ length: 10 }, (_, call) =>
        store.claim(contextId, `call-${call}`),
      );
      const settled = await Promise.allSettled(claims);
      const winners = settled.flatMap((claim) => (claim.status === "fulfilled" ? claim.value : []));
      assert.equal(winners.length, 1);
      expectSame(await store.get(contextId), winners[0]);
    },
  },
  {
    name: "a context whose call failed to start can be claimed by a call that comes all the same, and stays failed",
    async run({ store, create }) {
      const { contextId } = await create();
      await store.advance(contextId, "failed");
      const claimed = await store.claim(contextId, transactionId);
      assert.equal(claimed.transactionId, transactionId);
      assert.equal(claimed.status, "failed");
      const second = store.claim(contextId, otherTransactionId);
      await expectFailure(second, "call-context.already-claimed");
    },
  },
  {
    name: "claim of an unknown ID is not found, and makes no record",
    async run({ store }) {
      const contextId = "f".repeat(32);
      await expectFailure(store.claim(contextId, transactionId), "call-context.not-found");
      await expectFailure(store.get(contextId), "call-context.not-found");
    },
  },
  {
    name: "claim refuses an empty transaction ID",
    async run({ store, create }) {
      const { contextId } = await create();
      await expectRefusal(store.claim(contextId, ""), "transactionId");
    },
  },
];
