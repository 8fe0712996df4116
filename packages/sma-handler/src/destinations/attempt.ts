import type { CallContext } from "@skill-call/call-context";
import type { Action } from "@skill-call/pstn-audio";
import type { CallState, MeetingPlace, Position } from "../call/call-state.ts";
import type { Invocation } from "../invocation.ts";

/** One attempt to reach one destination. */
export interface Attempt {
  readonly invocation: Invocation;
  readonly state: CallState;
  readonly position: Position;
  /** Loads the context where this invocation has not yet; `undefined` for a call without one. */
  readonly context: () => Promise<CallContext | undefined>;
}

/** What connects the caller to a destination. */
export interface Connection {
  readonly action: Action;
  readonly meeting?: MeetingPlace;
}
