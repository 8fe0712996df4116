import assert from "node:assert/strict";
import { type CallStatus, callStatuses } from "../call-context.ts";
import type { ConformanceCase } from "./conformance-case.ts";
import { expectFailure, expectSame, otherTransactionId, transactionId } from "./expectations.ts";

/** Where a record may go from each status. */
const forward: Readonly<Record<CallStatus, readonly CallStatus[]>> = {
  created: ["claimed", "connected", "ended", "failed"],
  claimed: ["connected", "ended", "failed"],
  connected: ["ended", "failed"],
  ended: [],
  failed: [],
};

export const advanceCases: readonly ConformanceCase[] = [
  ...callStatuses.map(
    (from): ConformanceCase => ({
      name: `from ${from} the status moves to ${forward[from].join(", ") || "nothing"} and never elsewhere`,
      async run({ store, create }) {
        for (const to of callStatuses) {
          const { contextId } = await create();
          if (from !== "created") await store.advance(contextId, from);
          const moves = forward[from].includes(to);
          assert.equal(await store.advance(contextId, to), moves, `from ${from} to ${to}`);
          assert.equal((await store.get(contextId)).status, moves ? to : from);
        }
      },
    }),
  ),
  {
    name: "advance changes the status and nothing else",
    async run({ store, create }) {
      const { contextId } = await create();
      const claimed = await store.claim(contextId, transactionId);
      await store.advance(contextId, "connected", { transactionId });
      expectSame(await store.get(contextId), { ...claimed, status: "connected" });
    },
  },
  {
    name: "advance for a transaction leaves the record of another one alone",
    async run({ store, create }) {
      const { contextId } = await create();
      await store.claim(contextId, transactionId);
      const request = { transactionId: otherTransactionId };
      assert.equal(await store.advance(contextId, "ended", request), false);
      assert.equal((await store.get(contextId)).status, "claimed");
    },
  },
  {
    name: "advance for a transaction leaves an unclaimed record alone",
    async run({ store, create }) {
      const { contextId } = await create();
      assert.equal(await store.advance(contextId, "ended", { transactionId }), false);
    },
  },
  {
    name: "advance of an unclaimed record only leaves a claimed one alone",
    async run({ store, create }) {
      const [claimed, unclaimed] = [await create(), await create()];
      await store.claim(claimed.contextId, transactionId);
      const request = { onlyUnclaimed: true };
      assert.equal(await store.advance(claimed.contextId, "failed", request), false);
      assert.equal((await store.get(claimed.contextId)).status, "claimed");
      assert.equal(await store.advance(unclaimed.contextId, "failed", request), true);
    },
  },
  {
    name: "of many that advance at once to the same status exactly one moves it",
    async run({ store, create }) {
      const { contextId } = await create();
      const moves = Array.from({ length: 5 }, () => store.advance(contextId, "connected"));
      const moved = await Promise.all(moves);
      assert.equal(moved.filter(Boolean).length, 1);
    },
  },
  {
    name: "advance of an unknown ID is not found",
    async run({ store }) {
      await expectFailure(store.advance("e".repeat(32), "ended"), "call-context.not-found");
    },
  },
];
