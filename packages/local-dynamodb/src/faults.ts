/** What can go wrong with one request. */
type Mishap =
  /** ProvisionedThroughputExceededException; nothing is carried out. */
  | { readonly kind: "throttle" }
  /** InternalServerError; nothing is carried out. */
  | { readonly kind: "internal-server-error" }
  /** No answer, ever; nothing is carried out. */
  | { readonly kind: "hang" }
  /** Carried out, then the connection breaks. */
  | { readonly kind: "answer-lost" }
  /** A read that is not strongly consistent finds nothing yet; one that is goes on as usual. */
  | { readonly kind: "stale-read" }
  /** Carried out as usual, but later. */
  | { readonly kind: "delay"; readonly delayMs: number };

export type FaultKind = Mishap["kind"];

export type Fault = Mishap & {
  /** Only this operation, such as `PutItem`; any without it. */
  readonly operation?: string;
  /** How many requests it befalls; one without it. */
  readonly times?: number;
};

/** What a stale read can befall; a write is always made on what is there. */
const reads = new Set(["GetItem", "BatchGetItem", "Query", "Scan"]);

/** Faults to befall the requests to come, the oldest first. */
export interface Faults {
  add(fault: Fault): void;
  clear(): void;
}

export class FaultQueue implements Faults {
  #faults: Fault[] = [];

  add(fault: Fault): void {
    this.#faults.push(...Array<Fault>(fault.times ?? 1).fill(fault));
  }

  clear(): void {
    this.#faults = [];
  }

  /** The fault of this request, if one is due. */
  take(operation: string): Fault | undefined {
    const index = this.#faults.findIndex(
      (fault) =>
        (fault.operation ?? operation) === operation &&
        (fault.kind !== "stale-read" || reads.has(operation)),
    );
    return index < 0 ? undefined : this.#faults.splice(index, 1)[0];
  }
}
