import type { Clock } from "@skill-call/emulation";
import type { Invocation, InvocationEnd } from "@skill-call/lambda-runner";
import type { SentEvent } from "../events/guide-variations.ts";
import type { DeliveryFault } from "./delivery-faults.ts";

/** "By default retries the invocation once" (guide, "Timeouts and retries"). */
const attemptsInAll = 2;

export interface Delivery {
  readonly invoke: (event: SentEvent) => Promise<Invocation>;
  readonly event: SentEvent;
  readonly clock: Clock;
  readonly answerMs: number;
  /** The fault of the next attempt, if one is due. */
  readonly takeFault: () => DeliveryFault | undefined;
  /** Hears of every attempt that failed. */
  readonly onFailure: (failure: FailedAttempt) => void;
}

export type FailedAttempt = Exclude<Invocation, { readonly outcome: "answered" }>;

/** What became of an event. */
export type Delivered =
  | {
      readonly type: "answered";
      readonly payload: unknown;
      readonly durationMs: number;
      readonly attempts: number;
    }
  | { readonly type: "failed"; readonly attempts: number };

/** Sends an event to the Lambda, and the same event once more when no answer comes. */
export async function deliver(delivery: Delivery): Promise<Delivered> {
  for (let attempts = 1; attempts <= attemptsInAll; attempts += 1) {
    const invocation = await attempt(delivery);
    if (invocation.outcome === "answered") {
      const { payload, durationMs } = invocation;
      return { type: "answered", payload, durationMs, attempts };
    }
    delivery.onFailure(invocation);
  }
  return { type: "failed", attempts: attemptsInAll };
}

async function attempt(delivery: Delivery): Promise<Invocation> {
  const { invoke, event, clock } = delivery;
  const fault = delivery.takeFault();
  switch (fault?.kind) {
    case "not-invoked":
      return { ...throttled, durationMs: 0 };
    case "answer-lost":
      return { ...timedOut, durationMs: (await inTime(delivery)).durationMs };
    case "duplicate":
      void invoke(event);
      return inTime(delivery);
    case "delay":
      await new Promise<void>((resolve) => void clock.after(fault.ms, resolve));
      return inTime(delivery);
    default:
      return inTime(delivery);
  }
}

/** The service waits so long and no longer; what the Lambda does after that nobody hears. */
function inTime({ invoke, event, clock, answerMs }: Delivery): Promise<Invocation> {
  return new Promise((resolve) => {
    const cancel = clock.after(answerMs, () => resolve({ ...timedOut, durationMs: answerMs }));
    void invoke(event).then((invocation) => {
      cancel();
      resolve(invocation);
    });
  });
}

const timedOut: InvocationEnd = {
  outcome: "timed-out",
  errorType: "ClientExecutionTimeout",
  message: "AWS Lambda client operation timed out.",
};

const throttled: InvocationEnd = {
  outcome: "failed",
  errorType: "TooManyRequestsException",
  message: "Rate Exceeded.",
};
