import assert from "node:assert/strict";
import type { HistoryCase } from "./conformance-case.ts";
import { expectFailure, expectRefusal, expectSame, transactionId } from "./expectations.ts";

const start = "2026-01-02T03:04:05.678Z";
const tenSecondsOn = "2026-01-02T03:04:15.678Z";
const note = { id: "note-1", text: "Asked for a copy of the invoice" };

export const historyCases: readonly HistoryCase[] = [
  {
    name: "the history of a new context is its record, its creation and no note",
    async run({ store, create }) {
      const record = await create();
      const statusChanges = [{ status: "created", at: start }];
      expectSame(await store.history(record.contextId), { record, statusChanges, notes: [] });
    },
  },
  {
    name: "the history tells when the call reached each status",
    async run({ store, create, passSeconds }) {
      const { contextId } = await create();
      passSeconds(10);
      await store.claim(contextId, transactionId);
      passSeconds(1);
      await store.advance(contextId, "connected", { transactionId });
      await store.advance(contextId, "ended");
      const { record, statusChanges } = await store.history(contextId);
      expectSame(record, await store.get(contextId));
      expectSame(statusChanges, [
        { status: "created", at: start },
        { status: "claimed", at: tenSecondsOn },
        { status: "connected", at: "2026-01-02T03:04:16.678Z" },
        { status: "ended", at: "2026-01-02T03:04:16.678Z" },
      ]);
    },
  },
  {
    name: "what is repeated or comes late is told once, at its first time",
    async run({ store, create, passSeconds }) {
      const { contextId } = await create();
      await store.claim(contextId, transactionId);
      await store.advance(contextId, "ended");
      passSeconds(10);
      await store.claim(contextId, transactionId);
      await store.advance(contextId, "connected");
      await store.advance(contextId, "ended");
      const { statusChanges } = await store.history(contextId);
      expectSame(
        statusChanges,
        ["created", "claimed", "ended"].map((status) => ({ status, at: start })),
      );
    },
  },
  {
    name: "a note is kept with its time, and changes nothing of the record",
    async run({ store, create, passSeconds }) {
      const record = await create();
      passSeconds(10);
      const noted = await store.addNote(record.contextId, note);
      expectSame(noted, { ...note, at: tenSecondsOn });
      const history = await store.history(record.contextId);
      expectSame(history.notes, [noted]);
      expectSame(history.record, record);
      expectSame(await store.claim(record.contextId, transactionId), {
        ...record,
        status: "claimed",
        transactionId,
      });
    },
  },
  {
    name: "the same note again is one note",
    async run({ store, create, passSeconds }) {
      const { contextId } = await create();
      const first = await store.addNote(contextId, note);
      passSeconds(10);
      expectSame(await store.addNote(contextId, note), first);
      expectSame((await store.history(contextId)).notes, [first]);
    },
  },
  {
    name: "another text under the ID of a note is a conflict",
    async run({ store, create }) {
      const { contextId } = await create();
      const first = await store.addNote(contextId, note);
      const second = store.addNote(contextId, { ...note, text: "Something else" });
      await expectFailure(second, "call-context.note-conflict");
      expectSame((await store.history(contextId)).notes, [first]);
    },
  },
  {
    name: "notes that are added at once are all kept",
    async run({ store, create }) {
      const { contextId } = await create();
      const ids = Array.from({ length: 10 }, (_, index) => `note-${index}`);
      await Promise.all(ids.map((id) => store.addNote(contextId, { id, text: id })));
      const { notes } = await store.history(contextId);
      expectSame(notes.map(({ id }) => id).sort(), ids);
    },
  },
  {
    name: "a context takes 32 notes, and then none but those that it has",
    async run({ store, create }) {
      const { contextId } = await create();
      const longest = "𝄞".repeat(1000);
      for (let count = 0; count < 32; count += 1) {
        await store.addNote(contextId, { id: `note-${count}`, text: longest });
      }
      const another = store.addNote(contextId, { id: "note-32", text: "y" });
      await expectFailure(another, "call-context.notes-full");
      await store.addNote(contextId, { id: "note-7", text: longest });
      assert.equal((await store.history(contextId)).notes.length, 32);
    },
  },
  {
    name: "a note that cannot be kept is refused, and the field named",
    async run({ store, create }) {
      const { contextId } = await create();
      const add = (id: string, text: string) => store.addNote(contextId, { id, text });
      await expectRefusal(add("", "x"), "note.id");
      await expectRefusal(add("a#b", "x"), "note.id");
      await expectRefusal(add("x".repeat(65), "x"), "note.id");
      await expectRefusal(add("a", ""), "note.text");
      await expectRefusal(add("a", "\ud83d"), "note.text");
      await expectRefusal(add("a", "x".repeat(1001)), "note.text");
      assert.deepEqual((await store.history(contextId)).notes.length, 0);
    },
  },
  {
    name: "an expired or unknown context has no history and takes no note",
    async run({ store, create, settings, passSeconds }) {
      const { contextId } = await create();
      const unknown = "d".repeat(32);
      await expectFailure(store.history(unknown), "call-context.not-found");
      await expectFailure(store.addNote(unknown, note), "call-context.not-found");
      passSeconds(settings.ttlSeconds);
      await expectFailure(store.history(contextId), "call-context.expired");
      await expectFailure(store.addNote(contextId, note), "call-context.expired");
    },
  },
  {
    name: "a request about the history whose signal is aborted is not carried out",
    async run({ store, create }) {
      const { contextId } = await create();
      const signal = AbortSignal.abort(new Error("The deadline passed"));
      for (const request of [
        store.history(contextId, { signal }),
        store.addNote(contextId, note, { signal }),
      ]) {
        await expectFailure(request, "call-context.store-unavailable");
      }
      assert.equal((await store.history(contextId)).notes.length, 0);
    },
  },
  {
    name: "a context cannot use the names of its history",
    async run({ store, context }) {
      for (const name of ["timeline#claimed", "note#1", "notes#count"]) {
        await expectRefusal(store.create({ ...context, [name]: "x" }), name);
      }
    },
  },
];
