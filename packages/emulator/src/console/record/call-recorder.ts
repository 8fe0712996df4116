import type { TraceEvent } from "../../trace.ts";
import type { CallRecord } from "./call-record.ts";

/** What changes in the calls of a session. */
export type RecordChange =
  | { readonly type: "record"; readonly record: CallRecord }
  | { readonly type: "step"; readonly id: string; readonly event: TraceEvent }
  | { readonly type: "outcome"; readonly id: string; readonly outcome: string };

export interface NewRecord {
  readonly title: string;
  readonly locale?: string;
}

/** Keeps the calls of a session, the newest last, and tells of every step as it happens. */
export class CallRecorder {
  #records: CallRecord[] = [];
  readonly #byCall = new Map<string, string>();
  readonly #listeners = new Set<(change: RecordChange) => void>();

  get records(): readonly CallRecord[] {
    return this.#records;
  }

  listen(listener: (change: RecordChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins a record: from now on it takes what belongs to no other. */
  begin(given: NewRecord): string {
    const id = `${this.#records.length + 1}`;
    const record: CallRecord = {
      format: "skill-call-record",
      version: 1,
      id,
      ...given,
      events: [],
    };
    this.#records.push(record);
    this.#tell({ type: "record", record });
    return id;
  }

  /** Whether steps of this call have come already. */
  knows(transactionId: string): boolean {
    return this.#byCall.has(transactionId);
  }

  /** A step without a record to go to is of no call. */
  add(event: TraceEvent): void {
    const id = this.#recordOf(event);
    if (id === undefined) return;
    this.#change(id, (record) => ({ ...record, events: [...record.events, event] }));
    this.#tell({ type: "step", id, event });
  }

  end(id: string, outcome: string): void {
    this.#change(id, (record) => ({ ...record, outcome }));
    this.#tell({ type: "outcome", id, outcome });
  }

  #recordOf({ transactionId }: TraceEvent): string | undefined {
    const newest = this.#records.at(-1)?.id;
    if (transactionId === undefined || newest === undefined) return newest;
    const known = this.#byCall.get(transactionId);
    if (known === undefined) this.#byCall.set(transactionId, newest);
    return known ?? newest;
  }

  #change(id: string, change: (record: CallRecord) => CallRecord): void {
    this.#records = this.#records.map((record) => (record.id === id ? change(record) : record));
  }

  #tell(change: RecordChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
