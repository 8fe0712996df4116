import type { TraceEvent } from "@skill-call/emulation/trace";
import { type CallRecord, withStep } from "../../record/call-record.ts";

/** The calls that can be shown: the server's, and those that came from files. */
export class CallShelf {
  readonly #records = new Map<string, CallRecord>();
  readonly #files = new Set<string>();
  #opened = 0;

  get all(): readonly CallRecord[] {
    return [...this.#records.values()];
  }

  /** Of the server's. */
  get newest(): CallRecord | undefined {
    return this.all.findLast(({ id }) => !this.#files.has(id));
  }

  find(id: string | undefined): CallRecord | undefined {
    return id === undefined ? undefined : this.#records.get(id);
  }

  /** It was exported once: nothing more happens in it. */
  isFile(id: string): boolean {
    return this.#files.has(id);
  }

  /** The server's calls, all of them anew. */
  replaceAll(records: readonly CallRecord[]): void {
    for (const id of [...this.#records.keys()]) if (!this.#files.has(id)) this.#records.delete(id);
    for (const record of records) this.#records.set(record.id, record);
  }

  put(record: CallRecord): void {
    this.#records.set(record.id, record);
  }

  putFile(read: CallRecord): CallRecord {
    this.#opened += 1;
    const record = { ...read, id: `file-${this.#opened}`, title: `From a file: ${read.title}` };
    this.#files.add(record.id);
    this.put(record);
    return record;
  }

  add(id: string, event: TraceEvent): void {
    this.#change(id, (record) => withStep(record, event));
  }

  end(id: string, outcome: string): void {
    this.#change(id, (record) => ({ ...record, outcome }));
  }

  drop(id: string): void {
    this.#records.delete(id);
  }

  #change(id: string, change: (record: CallRecord) => CallRecord): void {
    const record = this.#records.get(id);
    if (record) this.#records.set(id, change(record));
  }
}
