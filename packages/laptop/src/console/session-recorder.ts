import type { CallRecords, NewRecord } from "@skill-call/call-console";
import type { LaptopTraceEvent } from "../story/laptop-trace.ts";

/** Records a session of one call at a time, from the first word on: what names no call belongs to the newest record. */
export class SessionRecorder {
  readonly #records: CallRecords;
  #begun = 0;
  /** Record IDs by TransactionId. */
  readonly #byCall = new Map<string, string>();

  constructor(records: CallRecords) {
    this.#records = records;
  }

  begin(given: Omit<NewRecord, "id">): string {
    this.#begun += 1;
    const id = `${this.#begun}`;
    this.#records.begin({ id, ...given });
    return id;
  }

  /** A step before the first record is of no call. */
  add(event: LaptopTraceEvent): void {
    if (this.#begun > 0) this.#records.add(this.#recordOf(event), event);
  }

  end(id: string, outcome: string): void {
    this.#records.end(id, outcome);
  }

  #recordOf({ transactionId }: LaptopTraceEvent): string {
    const newest = `${this.#begun}`;
    if (transactionId === undefined) return newest;
    const known = this.#byCall.get(transactionId) ?? newest;
    this.#byCall.set(transactionId, known);
    return known;
  }
}
