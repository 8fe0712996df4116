import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import type { CallerRecord, KnownOfCaller } from "../caller-records.ts";
import type { CallerRecordsCase, ConformanceSetup } from "./conformance-case.ts";
import { expectFailure, expectSame, transactionId } from "./expectations.ts";

/** Somebody whom no other case knows: stores may share a table. */
function somebody(): { readonly callerName: string; readonly accountId: string } {
  const id = randomUUID();
  return { callerName: `Zoë O'Neil ${id}`, accountId: id };
}

type Setup = Parameters<CallerRecordsCase["run"]>[0];

async function found({ store }: Pick<Setup, "store">, known: KnownOfCaller) {
  const records: CallerRecord[] = [];
  for await (const record of store.recordsOf(known)) records.push(record);
  return records;
}

const idsOf = (records: readonly CallerRecord[]) =>
  records.map(({ contextId }) => contextId).sort();

function createFor({ store, context }: Pick<ConformanceSetup, "store" | "context">, who: object) {
  return store.create({ ...context, ...who });
}

export const callerRecordsCases: readonly CallerRecordsCase[] = [
  {
    name: "they are found by what the caller knows, however it is written, and nobody else's are",
    async run(setup) {
      const [who, other] = [somebody(), somebody()];
      const mine = [await createFor(setup, who), await createFor(setup, who)];
      await createFor(setup, other);
      const ids = idsOf(mine);
      const spoken = { callerName: who.callerName.replace("Zoë O'Neil", "zoe oneil") };
      expectSame(idsOf(await found(setup, { accountId: who.accountId })), ids);
      expectSame(idsOf(await found(setup, { accountId: who.accountId.toUpperCase() })), ids);
      expectSame(idsOf(await found(setup, spoken)), ids);
      expectSame(await found(setup, { accountId: randomUUID() }), []);
    },
  },
  {
    name: "where more is known, all of it has to fit",
    async run(setup) {
      const [who, other] = [somebody(), somebody()];
      const { contextId } = await createFor(setup, who);
      await createFor(setup, { ...who, callerName: other.callerName });
      expectSame(idsOf(await found(setup, { ...who })), [contextId]);
    },
  },
  {
    name: "a record is told by its state, and by nothing that the caller said",
    async run(setup) {
      const who = somebody();
      const { contextId, createdAt, expiresAt } = await createFor(setup, who);
      await setup.store.claim(contextId, transactionId);
      const told = { contextId, status: "claimed", createdAt, expiresAt, transactionId };
      expectSame(await found(setup, who), [told]);
    },
  },
  {
    name: "one is found by its context ID, unless something else that is known does not fit",
    async run(setup) {
      const [who, other] = [somebody(), somebody()];
      const { contextId } = await createFor(setup, who);
      expectSame(idsOf(await found(setup, { contextId })), [contextId]);
      expectSame(idsOf(await found(setup, { contextId, ...who })), [contextId]);
      expectSame(await found(setup, { contextId, ...other }), []);
      expectSame(await found(setup, { contextId: "d".repeat(32) }), []);
    },
  },
  {
    name: "those whose time is over and that nobody swept are found, too",
    async run(setup) {
      const who = somebody();
      const { contextId } = await createFor(setup, who);
      setup.passSeconds(setup.settings.ttlSeconds + 1);
      expectSame(idsOf(await found(setup, who)), [contextId]);
      await setup.store.remove(contextId);
      expectSame(await found(setup, who), []);
    },
  },
  {
    name: "nothing known, or nothing written, is refused: it would be anybody",
    async run(setup) {
      await createFor(setup, somebody());
      for (const known of [{}, { callerNumber: "+" }, { callerName: "" }]) {
        await expectFailure(found(setup, known), "call-context.invalid-caller");
      }
    },
  },
  {
    name: "a record that is deleted is gone, and no late request brings it back",
    async run(setup) {
      const { store } = setup;
      const [who, other] = [somebody(), somebody()];
      const { contextId } = await createFor(setup, who);
      const others = await createFor(setup, other);
      await store.claim(contextId, transactionId);
      await store.remove(contextId);
      for (const request of [
        () => store.get(contextId),
        () => store.claim(contextId, transactionId),
        () => store.advance(contextId, "connected", { transactionId }),
        () => store.advance(contextId, "ended"),
      ]) {
        await expectFailure(request(), "call-context.not-found");
      }
      expectSame(await found(setup, who), []);
      expectSame(await store.get(others.contextId), others);
    },
  },
  {
    name: "a record that a call claims meanwhile is deleted all the same",
    async run(setup) {
      const { store } = setup;
      const who = somebody();
      const { contextId } = await createFor(setup, who);
      for await (const record of store.recordsOf(who)) {
        await store.claim(contextId, transactionId);
        await store.remove(record.contextId);
      }
      await expectFailure(store.get(contextId), "call-context.not-found");
    },
  },
  {
    name: "claims and a deletion at once leave nothing behind",
    async run(setup) {
      const { store } = setup;
      const who = somebody();
      const { contextId } = await createFor(setup, who);
      const claims = Array.from({ length: 8 }, () => store.claim(contextId, transactionId));
      await Promise.allSettled([...claims, store.remove(contextId)]);
      await expectFailure(store.get(contextId), "call-context.not-found");
      expectSame(await found(setup, who), []);
    },
  },
  {
    name: "what is not there is deleted without an error",
    async run({ store, create }) {
      const { contextId } = await create();
      await store.remove(contextId);
      await store.remove(contextId);
      await store.remove("d".repeat(32));
    },
  },
  {
    name: "a request whose signal is aborted is not carried out",
    async run(setup) {
      const { store } = setup;
      const who = somebody();
      const record = await createFor(setup, who);
      const signal = AbortSignal.abort(new Error("The operator gave up"));
      await expectFailure(
        store.remove(record.contextId, { signal }),
        "call-context.store-unavailable",
      );
      const records = store.recordsOf(who, { signal })[Symbol.asyncIterator]();
      await expectFailure(records.next(), "call-context.store-unavailable");
      assert.deepEqual(await store.get(record.contextId), record);
    },
  },
];
