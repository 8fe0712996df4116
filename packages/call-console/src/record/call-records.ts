import type { TraceEvent } from "@skill-call/emulation/trace";
import type { ChangeSource } from "../http/changes-stream.ts";
import { type CallRecord, withStep } from "./call-record.ts";

/** What changes in the calls that are kept. */
export type RecordChange =
  | { readonly type: "records"; readonly records: readonly CallRecord[] }
  | { readonly type: "record"; readonly record: CallRecord }
  | { readonly type: "step"; readonly id: string; readonly event: TraceEvent }
  | { readonly type: "outcome"; readonly id: string; readonly outcome: string }
  | { readonly type: "dropped"; readonly id: string };

export type NewRecord = Pick<CallRecord, "id" | "title" | "locale">;

/** A console may run for days: so many calls are kept, and so many steps of each. */
export const mostRecords = 200;
const mostSteps = 1_000;

/** The newest calls, oldest first; tells of every change as it happens. */
export class CallRecords implements ChangeSource {
  readonly #records = new Map<string, CallRecord>();
  readonly #listeners = new Set<(change: RecordChange) => void>();

  get all(): readonly CallRecord[] {
    return [...this.#records.values()];
  }

  now(): RecordChange {
    return { type: "records", records: this.all };
  }

  find(id: string): CallRecord | undefined {
    return this.#records.get(id);
  }

  listen(listener: (change: RecordChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Begins a record; where there are as many as are kept, the oldest goes. */
  begin(given: NewRecord): void {
    const record: CallRecord = { format: "skill-call-record", version: 1, ...given, events: [] };
    this.#records.set(record.id, record);
    this.#tell({ type: "record", record });
    const [oldest] = this.#records.keys();
    if (this.#records.size > mostRecords && oldest !== undefined) {
      this.#records.delete(oldest);
      this.#tell({ type: "dropped", id: oldest });
    }
  }

  add(id: string, event: TraceEvent): void {
    const record = this.#records.get(id);
    if (!record || record.events.length >= mostSteps) return;
    const kept = record.events.length === mostSteps - 1 ? leftOut(event) : event;
    this.#records.set(id, withStep(record, kept));
    this.#tell({ type: "step", id, event: kept });
  }

  end(id: string, outcome: string): void {
    const record = this.#records.get(id);
    if (!record || record.outcome === outcome) return;
    this.#records.set(id, { ...record, outcome });
    this.#tell({ type: "outcome", id, outcome });
  }

  #tell(change: RecordChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}

function leftOut({ at }: TraceEvent): TraceEvent {
  const label = `the console keeps ${mostSteps} steps of a call: the rest is left out`;
  return { at, from: "pstn-audio", to: "pstn-audio", kind: "console.left-out", label };
}
