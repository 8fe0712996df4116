import type { SmaTraceEvent } from "@skill-call/sma-emulator";
import type { HandlerRun, Placed, SimulatedCall } from "../callers/simulated-call.ts";
import type { ContactFacts } from "./contact-facts.ts";

/** What is known of a call when its story is over. */
export interface CallFacts {
  readonly call: SimulatedCall;
  /** One for every INVITE or callback that it came to. */
  readonly transactions: readonly Transaction[];
  /** One for every contact of Amazon Connect that was made for it. */
  readonly contacts: readonly ContactFacts[];
  /** Meetings that are open, and that its caller never came into. */
  readonly meetingsOpen: readonly string[];
}

type Step = SmaTraceEvent;

/** One call as the PSTN Audio service saw it. */
export class Transaction {
  readonly id: string;
  /** That the INVITE carried. */
  readonly contextId: string | undefined;
  readonly steps: readonly Step[];
  readonly #told: readonly string[];
  readonly #runs: readonly HandlerRun[];

  constructor({ transactionId, contextId }: Placed, call: SimulatedCall) {
    this.id = transactionId;
    this.contextId = contextId;
    this.steps = call.steps.filter((step) => step.transactionId === transactionId);
    this.#runs = call.runs.filter((run) => run.transactionId === transactionId);
    this.#told = call.told.filter((line) => line.includes(transactionId));
  }

  has(kind: Step["kind"]): boolean {
    return this.steps.some((step) => step.kind === kind);
  }

  /** Whether an event came when the call was over already: what was late then is done for nobody. */
  get hasLateRun(): boolean {
    const over =
      this.steps.find(({ kind }) => kind === "call.over")?.at ?? Number.POSITIVE_INFINITY;
    return this.#runs.some(({ startedAt, tookMs }) => startedAt + tookMs > over);
  }

  /** Whether skill or SMA handler wrote a line of this name, or field, about it. */
  tells(words: string): boolean {
    return this.#told.some((line) => line.includes(words));
  }

  /** Events that no answer came to, twice: the service has given up on the Lambda. */
  get isLambdaOut(): boolean {
    return this.steps.filter(({ kind }) => kind === "sma.failed").length > 1;
  }

  get answerMistakes(): readonly string[] {
    return this.steps
      .filter(({ kind, detail }) => kind === "sma.answer-problem" && isMistake(detail))
      .map(({ label }) => label);
  }

  /** Whether caller and destination talked. */
  get wasConnected(): boolean {
    return this.steps.some(
      ({ kind, from }) => kind === "leg.joined" || (kind === "leg.answered" && from !== "caller"),
    );
  }

  get headersAtContactCentre(): readonly Readonly<Record<string, string>>[] {
    return this.steps
      .filter(({ kind, to }) => kind === "leg.dialled" && to === "contact-centre")
      .map(({ detail }) => (detail as { readonly headers: Record<string, string> }).headers);
  }

  /** Milliseconds from the moment that one side of the talk hung up to the end of the call. */
  get releasedAfterMs(): number {
    const hungUp = this.steps.find(
      (step) => isLeaving(step) && (step.from === "caller" || this.wasConnected),
    );
    const over = this.steps.find(({ kind }) => kind === "call.over");
    if (!hungUp) return 0;
    return over ? over.at - hungUp.at : Number.POSITIVE_INFINITY;
  }

  get hasCallerLeft(): boolean {
    return this.steps.some((step) => isLeaving(step) && step.from === "caller");
  }

  /** Whether the caller was on the line, and the service put them out of it. */
  get isCallerPutOut(): boolean {
    const wasOn = this.has("call.answered") || this.#stepOf("leg.answered", "caller");
    return wasOn && this.steps.some(({ kind, to }) => kind === "leg.released" && to === "caller");
  }

  #stepOf(wanted: Step["kind"], who: Step["from"]): boolean {
    return this.steps.some(({ kind, from }) => kind === wanted && from === who);
  }
}

function isLeaving({ kind }: Step): boolean {
  return kind === "call.hung-up" || kind === "leg.hung-up";
}

function isMistake(detail: unknown): boolean {
  return (detail as { readonly severity?: string } | undefined)?.severity === "error";
}
