import { isUp, type Leg } from "./leg.ts";
import type { Notice } from "./notice.ts";
import type { PlannedAction, RunningAction } from "./planned-action.ts";

/** A call as the service keeps it: plain data, replaced by every step. */
export interface CallState {
  readonly transactionId: string;
  /** Absent on outbound calls. */
  readonly sipRuleId?: string;
  /** The SIP media applications that may have the call: the first has it, the rest is asked when it fails. */
  readonly sipMediaApplicationIds: readonly string[];
  readonly invocationLimit: number;
  /** LEG-A first, then every LEG-B there was. */
  readonly legs: readonly Leg[];
  /** TransactionAttributes. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What has not run yet. */
  readonly planned: readonly PlannedAction[];
  readonly running?: RunningAction;
  /** The action of the same list that ran before. */
  readonly before?: RunningAction;
  /** How many actions have been started. */
  readonly runs: number;
  /** What the Lambda has not been told yet. */
  readonly notices: readonly Notice[];
  /** What the Lambda is thinking about. */
  readonly asked?: Notice;
  /** Of the last event; grows by one with each. */
  readonly sequence: number;
  /** How often the Lambda was invoked, repeated invocations included. */
  readonly invocations: number;
}

export type NewCall = Pick<
  CallState,
  "transactionId" | "sipRuleId" | "sipMediaApplicationIds" | "invocationLimit"
> & { readonly caller: Leg; readonly notice: Notice };

/** A call of which the Lambda knows nothing yet. */
export function newCall({ caller, notice, ...facts }: NewCall): CallState {
  return {
    ...facts,
    legs: [caller],
    attributes: {},
    planned: [],
    runs: 0,
    notices: [notice],
    sequence: 0,
    invocations: 0,
  };
}

export function legsUp(state: CallState): readonly Leg[] {
  return state.legs.filter(isUp);
}

export function legOf(state: CallState, callId: string): Leg | undefined {
  return state.legs.find((leg) => leg.callId === callId);
}

/** The leg of this tag; of several LEG-Bs the last one. */
export function legTagged(state: CallState, tag: Leg["tag"]): Leg | undefined {
  return state.legs.findLast((leg) => leg.tag === tag);
}

/** LEG-A and the last LEG-B. */
export function currentLegs(state: CallState): readonly Leg[] {
  return state.legs.filter((leg) => legTagged(state, leg.tag) === leg);
}

/** There is a LEG-B, in a meeting or on a line. */
export function isBridged(state: CallState): boolean {
  return legsUp(state).some(({ tag }) => tag === "LEG-B");
}

/** Nobody is on the call any more and the Lambda has been told all: after a step no notice waits for nothing. */
export function isOver(state: CallState): boolean {
  return legsUp(state).length === 0 && !state.asked && !state.running?.finishing;
}

/** A caller waits, not answered yet, and nothing is being done about it. */
export function callerWaitsIdly(state: CallState): boolean {
  const caller = legTagged(state, "LEG-A");
  return caller?.direction === "Inbound" && caller.status === "ringing" && !state.running;
}

/** The only leg that is up, answered, where nothing is done about it and nothing will be. */
export function legInSilence(state: CallState): Leg | undefined {
  const [leg, another] = legsUp(state);
  const rests =
    !state.running && !state.asked && state.planned.length === 0 && state.notices.length === 0;
  return rests && leg?.status === "connected" && !another ? leg : undefined;
}

/** Puts a notice behind those that wait. */
export function tell(state: CallState, notice: Notice): CallState {
  return { ...state, notices: [...state.notices, notice] };
}

export function without<Key extends "running" | "asked" | "before">(
  state: CallState,
  key: Key,
): Omit<CallState, Key> {
  const { [key]: _gone, ...rest } = state;
  return rest;
}
