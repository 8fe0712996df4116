import assert from "node:assert/strict";
import type { ConformanceCase } from "./conformance-case.ts";
import { expectFailure, transactionId } from "./expectations.ts";

/** Nothing sweeps between the steps of these cases: the records are there, and count as gone. */
export const expiryCases: readonly ConformanceCase[] = [
  {
    name: "a context lives until the second before its end",
    async run({ store, create, settings, passSeconds }) {
      const { contextId } = await create();
      passSeconds(settings.ttlSeconds - 1);
      assert.equal((await store.claim(contextId, transactionId)).status, "claimed");
      assert.equal(await store.advance(contextId, "connected"), true);
      assert.equal((await store.get(contextId)).contextId, contextId);
    },
  },
  {
    name: "an expired context that nobody swept cannot be read",
    async run({ store, create, settings, passSeconds }) {
      const { contextId } = await create();
      passSeconds(settings.ttlSeconds);
      await expectFailure(store.get(contextId), "call-context.expired");
    },
  },
  {
    name: "an expired context that nobody swept cannot be claimed, not even again",
    async run({ store, create, settings, passSeconds }) {
      const [unclaimed, claimed] = [await create(), await create()];
      await store.claim(claimed.contextId, transactionId);
      passSeconds(settings.ttlSeconds);
      for (const { contextId } of [unclaimed, claimed]) {
        await expectFailure(store.claim(contextId, transactionId), "call-context.expired");
      }
    },
  },
  {
    name: "an expired context that nobody swept cannot be updated",
    async run({ store, create, settings, passSeconds }) {
      const { contextId } = await create();
      passSeconds(settings.ttlSeconds);
      await expectFailure(store.advance(contextId, "ended"), "call-context.expired");
    },
  },
];
