import assert from "node:assert/strict";
import type { ConformanceCase } from "./conformance-case.ts";
import { expectFailure, otherTransactionId, transactionId } from "./expectations.ts";

export const requestCases: readonly ConformanceCase[] = [
  {
    name: "a request whose signal is aborted is not carried out, and says why",
    async run({ store, context, create }) {
      const { contextId } = await create();
      const reason = new Error("The deadline of the call passed");
      const signal = AbortSignal.abort(reason);
      for (const request of [
        () => store.create(context, { signal }),
        () => store.get(contextId, { signal }),
        () => store.claim(contextId, transactionId, { signal }),
        () => store.advance(contextId, "ended", { signal }),
      ]) {
        const error = await expectFailure(request(), "call-context.store-unavailable");
        assert.equal(error.cause, reason);
      }
      assert.equal((await store.get(contextId)).status, "created");
    },
  },
  {
    name: "no error tells a whole context ID: anyone who has it may read the context",
    async run({ store, create, settings, passSeconds }) {
      const { contextId } = await create();
      await store.claim(contextId, transactionId);
      const claimed = store.claim(contextId, otherTransactionId);
      const errors = [await expectFailure(claimed, "call-context.already-claimed")];
      passSeconds(settings.ttlSeconds);
      errors.push(await expectFailure(store.get(contextId), "call-context.expired"));
      for (const { message } of errors) assert.ok(!message.includes(contextId));
    },
  },
];
