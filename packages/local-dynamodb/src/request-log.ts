/** A request that reached the local DynamoDB, without its content. */
export interface SeenRequest {
  /** Such as `UpdateItem`. */
  readonly operation: string;
  /** `ok`, the name of the error that was answered, `pending`, `hung` or `answer-lost`. */
  readonly outcome: string;
}

/** The requests seen so far, in the order of their coming. */
export class RequestLog {
  readonly #seen: { operation: string; outcome: string }[] = [];

  /** Notes a request; the answer notes how it ended. */
  begin(operation: string): (outcome: string) => void {
    const seen = { operation, outcome: "pending" };
    this.#seen.push(seen);
    return (outcome) => {
      seen.outcome = outcome;
    };
  }

  list(): readonly SeenRequest[] {
    return this.#seen.map((seen) => ({ ...seen }));
  }
}
