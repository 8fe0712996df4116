import type { Clock } from "@skill-call/emulation";
import { type Invocation, type LambdaFunction, usualConcurrency } from "@skill-call/lambda-runner";
import type { Limits } from "../limits.ts";

export interface OpenInvocationsOptions {
  readonly clock: Clock;
  /** How many may be open in any case, for each that a Lambda runs at once, and how long an answer is waited for. */
  readonly limits: Pick<Limits, "openInvocations" | "answerMs">;
}

/** What is known of one Lambda. */
interface Work {
  /** Invocations without an end yet; also those that are waited for no longer: the Lambda is at work on them, or will be. */
  open: number;
  /** When it gave its latest answers. */
  readonly answeredAt: number[];
}

/** Invocations that have no end yet, of each Lambda, and how quickly it answers. */
export class OpenInvocations {
  readonly #clock: Clock;
  readonly #limit: number;
  /** Milliseconds that one more may have to wait: what follows it in the same call waits, too. */
  readonly #waitMs: number;
  readonly #works = new Map<LambdaFunction, Work>();

  constructor({ clock, limits }: OpenInvocationsOptions) {
    this.#clock = clock;
    this.#limit = limits.openInvocations;
    this.#waitMs = limits.answerMs / waitsOfACall;
  }

  async invoke(lambda: LambdaFunction, event: unknown): Promise<Invocation> {
    const work = this.#of(lambda);
    work.open += 1;
    try {
      const invocation = await lambda.invoke(event);
      if (invocation.outcome === "answered") work.answeredAt.push(this.#clock.now());
      return invocation;
    } finally {
      work.open -= 1;
      this.#forget(work);
    }
  }

  /** Whether one more would be answered too late, for all that wait before it: a Lambda that answers quickly may have more. */
  isFull(lambda: LambdaFunction): boolean {
    const work = this.#of(lambda);
    this.#forget(work);
    const inAnyCase = this.#limit * (lambda.concurrency ?? usualConcurrency);
    return work.open >= Math.max(inAnyCase, work.answeredAt.length);
  }

  /** As many answers as there were in the time that one may wait will be there in that time again. */
  #forget({ answeredAt }: Work): void {
    const since = this.#clock.now() - this.#waitMs;
    const first = answeredAt.findIndex((at) => at > since);
    answeredAt.splice(0, first < 0 ? answeredAt.length : first);
  }

  #of(lambda: LambdaFunction): Work {
    const work = this.#works.get(lambda) ?? { open: 0, answeredAt: [] };
    this.#works.set(lambda, work);
    return work;
  }
}

/** NEW_INBOUND_CALL, what comes of its action, HANGUP of each leg, and one to spare: each waits within the service's limit. */
const waitsOfACall = 5;
