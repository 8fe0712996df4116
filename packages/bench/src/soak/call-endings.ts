import type { SmaTraceEvent } from "@skill-call/sma-emulator";

/** What a caller is left with. */
export type Ending =
  | "talked, and hung up"
  | "talked, and was hung up on"
  | "heard the apology"
  | `was refused, ${number}`
  | "heard nothing and left"
  | "is still on";

interface HeardSoFar {
  readonly placedAt: number;
  /** Somebody else answered. */
  talked: boolean;
  spokenTo: boolean;
  /** SIP status. */
  refused?: number;
  callerHungUp: boolean;
  over: boolean;
}

/** Follows every call from what the emulator tells, and says how it ended for its caller. */
export class CallEndings {
  readonly #calls = new Map<string, HeardSoFar>();
  readonly #failures: Record<string, number> = {};
  #over = 0;

  get placed(): number {
    return this.#calls.size;
  }

  get over(): number {
    return this.#over;
  }

  /** Why the Lambda gave no answer, how often, by Lambda's error types. */
  get lambdaFailures(): Readonly<Record<string, number>> {
    return this.#failures;
  }

  /** Calls that are answered and not over. */
  get on(): number {
    return [...this.#calls.values()].filter(({ talked, over }) => talked && !over).length;
  }

  hear({ kind, from, transactionId, at, detail }: SmaTraceEvent): void {
    if (transactionId === undefined) return;
    if (kind === "sma.failed") this.#fail((detail as { errorType: string }).errorType);
    if (kind === "call.placed") this.#calls.set(transactionId, { ...silence, placedAt: at });
    const call = this.#calls.get(transactionId);
    if (!call) return;
    if (kind === "leg.answered" && from === "contact-centre") call.talked = true;
    else if (kind === "leg.speech") call.spokenTo = true;
    else if (kind === "call.refused") call.refused = (detail as { sipCode: number }).sipCode;
    else if (kind === "call.hung-up") call.callerHungUp = true;
    if (kind === "call.over" || kind === "call.refused") this.#end(call);
  }

  /** How many calls ended how, of those that were placed in a span of time; epoch milliseconds. */
  count({ from = 0, before = Number.POSITIVE_INFINITY }): Partial<Record<Ending, number>> {
    const counts: Partial<Record<Ending, number>> = {};
    for (const call of this.#calls.values()) {
      if (call.placedAt < from || call.placedAt >= before) continue;
      const ending = endingOf(call);
      counts[ending] = (counts[ending] ?? 0) + 1;
    }
    return counts;
  }

  /** A long run has no use for single calls. */
  forgetThoseOver(): void {
    for (const [id, { over }] of this.#calls) if (over) this.#calls.delete(id);
  }

  #fail(errorType: string): void {
    this.#failures[errorType] = (this.#failures[errorType] ?? 0) + 1;
  }

  #end(call: HeardSoFar): void {
    if (!call.over) this.#over += 1;
    call.over = true;
  }
}

const silence: Omit<HeardSoFar, "placedAt"> = {
  talked: false,
  spokenTo: false,
  callerHungUp: false,
  over: false,
};

function endingOf(call: HeardSoFar): Ending {
  if (!call.over) return "is still on";
  if (call.refused !== undefined) return `was refused, ${call.refused}`;
  if (call.spokenTo) return "heard the apology";
  if (!call.talked) return "heard nothing and left";
  return call.callerHungUp ? "talked, and hung up" : "talked, and was hung up on";
}
