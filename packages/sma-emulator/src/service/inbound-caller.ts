import type { CallHandle, CallProgress } from "@skill-call/emulation";
import type { CallInput } from "./call/call-input.ts";
import {
  type CallStep,
  callerAnswered,
  callerHungUp,
  callRefused,
  legReleased,
} from "./call-story.ts";

/** The call that a caller is on, as far as they act on it. */
export interface CallersCall {
  readonly transactionId: string;
  readonly over: Promise<void>;
  dispatch(input: CallInput): void;
  pressed(callId: string, digit: string): void;
  tell(step: CallStep): void;
}

/** What the caller is told beside the status. */
export interface Refusal {
  readonly reason?: string;
  readonly retryAfterSeconds?: number;
}

/** SIP status of a refusal for which the Lambda gave no code of its own. */
const unavailable = 480;

/** The caller's end of an inbound call. */
export class InboundCaller implements CallHandle {
  readonly callId: string;
  readonly #call: CallersCall;
  readonly #progress: CallProgress[] = [];
  readonly #listeners = new Set<(progress: CallProgress) => void>();
  #answered = false;
  #gone = false;

  constructor(callId: string, call: CallersCall) {
    this.callId = callId;
    this.#call = call;
  }

  get transactionId(): string {
    return this.#call.transactionId;
  }

  get over(): Promise<void> {
    return this.#call.over;
  }

  get progress(): readonly CallProgress[] {
    return this.#progress;
  }

  onProgress(listener: (progress: CallProgress) => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  hangUp(): void {
    if (this.#gone) return;
    this.#gone = true;
    this.#call.tell(callerHungUp());
    this.#notice({ type: "ended", by: "caller" });
    this.#call.dispatch({ type: "leg-left", callId: this.callId, sipResponseCode: 0 });
  }

  press(digits: string): void {
    if (this.#gone) return;
    for (const digit of digits) this.#call.pressed(this.callId, digit);
  }

  /** The service lets it ring. */
  ring(): void {
    if (!this.#gone) this.#notice({ type: "ringing" });
  }

  /** The service answers. */
  answer(): void {
    if (this.#gone) return;
    this.#answered = true;
    this.#call.tell(callerAnswered());
    this.#notice({ type: "answered" });
  }

  /** The service refuses the call, or hangs up. */
  release(sipCode: number, { reason = "", retryAfterSeconds }: Refusal = {}): void {
    if (this.#gone) return;
    this.#gone = true;
    if (this.#answered) {
      this.#call.tell(legReleased("caller"));
      this.#notice({ type: "ended", by: "service" });
      return;
    }
    const code = sipCode === 0 ? unavailable : sipCode;
    this.#call.tell(callRefused(code, reason));
    this.#notice({
      ...{ type: "refused", sipCode: code, reason },
      ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    });
  }

  #notice(progress: CallProgress): void {
    this.#progress.push(progress);
    for (const listener of [...this.#listeners]) listener(progress);
  }
}
