/**
 * The timers of RFC 3261 §17 (A to K) and RFC 6026 (L, M); `abandoned` ends a request that our own program
 * never answered.
 */
export type TimerName =
  | "A"
  | "B"
  | "D"
  | "E"
  | "F"
  | "G"
  | "H"
  | "I"
  | "J"
  | "K"
  | "L"
  | "M"
  | "abandoned";

/** What can happen to a transaction. */
export type TransactionEvent =
  | { readonly on: "begin" }
  /** Received by a client, or to be sent by a server. */
  | { readonly on: "response"; readonly status: number }
  /** The request came again. */
  | { readonly on: "request" }
  | { readonly on: "ack" }
  /** `afterMs` is how long the timer ran. */
  | { readonly on: "timer"; readonly timer: TimerName; readonly afterMs: number }
  | { readonly on: "transport-error" };

/** What a transaction does about it. */
export type Effect =
  /** A client sends its request (again), a server its latest response (again). */
  | { readonly do: "send" }
  /** Sends the ACK that answers a refusal. */
  | { readonly do: "acknowledge" }
  /** Hands what came in to the user of the transaction. */
  | { readonly do: "deliver" }
  | { readonly do: "report"; readonly failure: "timeout" | "transport-error" }
  | { readonly do: "start"; readonly timer: TimerName; readonly afterMs: number }
  | { readonly do: "stop"; readonly timer: TimerName };

/** The state after an event, and what is to be done on the way. */
export interface Step<State> {
  readonly state: State | "terminated";
  readonly effects: readonly Effect[];
}

export const send: Effect = { do: "send" };
export const deliver: Effect = { do: "deliver" };
export const acknowledge: Effect = { do: "acknowledge" };

export function start(timer: TimerName, afterMs: number): Effect {
  return { do: "start", timer, afterMs };
}

export function stop(timer: TimerName): Effect {
  return { do: "stop", timer };
}

export function report(failure: "timeout" | "transport-error"): Effect {
  return { do: "report", failure };
}

export function go<State>(state: State, ...effects: Effect[]): Step<State> {
  return { state, effects };
}

export function end(...effects: Effect[]): Step<never> {
  return { state: "terminated", effects };
}
