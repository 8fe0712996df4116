import {
  type CallContext,
  type CallContextRecord,
  type CallContextStore,
  ContextExistsError,
  ContextNotFoundError,
  InvalidContextError,
} from "@skill-call/call-context";
import { type CallForm, contextSchemaOf } from "@skill-call/call-form";
import { exampleForm } from "./example-form.ts";

export interface FakeStore {
  readonly store: CallContextStore<CallContext>;
  readonly records: ReadonlyMap<string, CallContextRecord<CallContext>>;
  /** What is thrown by the next requests of a kind, in their order. */
  readonly faults: Readonly<Record<"create" | "get" | "advance", Error[]>>;
}

/** A store in a map that refuses an ID that is taken, as the real one does. */
export function createFakeStore(form: CallForm = exampleForm): FakeStore {
  const records = new Map<string, CallContextRecord<CallContext>>();
  const faults: FakeStore["faults"] = { create: [], get: [], advance: [] };
  const fail = (kind: keyof typeof faults) => {
    const fault = faults[kind].shift();
    if (fault) throw fault;
  };
  const found = (contextId: string) => {
    const record = records.get(contextId);
    if (!record) throw new ContextNotFoundError("no such record");
    return record;
  };
  const store: FakeStore["store"] = {
    async create(context, { contextId = "context" } = {}) {
      fail("create");
      const { issues } = await contextSchemaOf(form)["~standard"].validate(context);
      if (issues) throw new InvalidContextError("a field", "does not fit");
      if (records.has(contextId)) throw new ContextExistsError("taken");
      const facts = { status: "created", createdAt: "2026-01-01T00:00:00.000Z" } as const;
      const record = { ...context, contextId, ...facts, expiresAt: 1_800_000_000 };
      records.set(contextId, record);
      return record;
    },
    async claim(contextId, transactionId) {
      const record = { ...found(contextId), transactionId, status: "claimed" as const };
      records.set(contextId, record);
      return record;
    },
    async get(contextId) {
      fail("get");
      return found(contextId);
    },
    async advance(contextId, status, { onlyUnclaimed = false } = {}) {
      fail("advance");
      const record = found(contextId);
      if (onlyUnclaimed && record.transactionId !== undefined) return false;
      records.set(contextId, { ...record, status });
      return true;
    },
  };
  return { store, records, faults };
}
