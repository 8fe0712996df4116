import type { Action, PstnAudioEvent } from "@skill-call/pstn-audio";
import type { CallState } from "./call/call-state.ts";
import type { Config } from "./config/config.ts";
import type { Ports } from "./ports.ts";
import type { Deadline } from "./time/deadline.ts";

/** One event to be answered, and all that it takes. */
export interface Invocation {
  readonly event: PstnAudioEvent;
  /** Of the call, when the event came. */
  readonly state: CallState;
  readonly config: Config;
  readonly ports: Ports;
  readonly deadline: Deadline;
}

/** What an event came to, in the words of the business; the log's `outcome`. */
export type OutcomeName =
  | "refused"
  | "ringing"
  | "routed"
  | "connected"
  | "apologised"
  | "released"
  | "ended"
  | "failed"
  | "waiting";

/** The answer to an event: what the service is to do, and what it is to keep for us. */
export interface Outcome {
  readonly name: OutcomeName;
  readonly actions: readonly Action[];
  readonly state: CallState;
}
