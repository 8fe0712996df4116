import { type Invocation, type LambdaFunction, usualConcurrency } from "@skill-call/lambda-runner";

/**
 * Invocations that have no end yet, of each Lambda. Those that the service waits for no longer count, too: the Lambda
 * is at work on them, or will be.
 */
export class OpenInvocations {
  readonly #limit: number;
  readonly #open = new Map<LambdaFunction, number>();

  /** @param limit how many may be open, for each that a Lambda runs at once */
  constructor(limit: number) {
    this.#limit = limit;
  }

  async invoke(lambda: LambdaFunction, event: unknown): Promise<Invocation> {
    this.#open.set(lambda, this.#of(lambda) + 1);
    try {
      return await lambda.invoke(event);
    } finally {
      this.#open.set(lambda, this.#of(lambda) - 1);
    }
  }

  /** Whether one more would be answered too late, for all that wait before it. */
  isFull(lambda: LambdaFunction): boolean {
    return this.#of(lambda) >= this.#limit * (lambda.concurrency ?? usualConcurrency);
  }

  #of(lambda: LambdaFunction): number {
    return this.#open.get(lambda) ?? 0;
  }
}
