import type { PstnAudioEvent } from "@skill-call/pstn-audio";
import { faultFacts } from "@skill-call/telemetry";
import type { CallState } from "./call/call-state.ts";
import { type Move, nextMove } from "./call/next-move.ts";
import { readState } from "./call/read-state.ts";
import type { Config } from "./config/config.ts";
import type { Invocation, Outcome } from "./invocation.ts";
import { carryOut, lastResort } from "./moves/carry-out.ts";
import type { Ports } from "./ports.ts";
import { answerWithinMs, reserveMs } from "./time/budgets.ts";
import { deadlineIn } from "./time/deadline.ts";

export interface Surroundings {
  readonly config: Config;
  readonly ports: Ports;
  /** What is left of the Lambda's own time limit; none where it is not known. */
  readonly remainingMs?: number;
}

/** What was decided, and what it would have been without any request. */
export interface Decision {
  readonly move: Move;
  /** State of the call when the event came. */
  readonly before: CallState;
  readonly outcome: Outcome;
  readonly fallback: () => Outcome;
}

/** Decides what an event of a call is answered: always, and in time, whatever hangs or breaks. */
export async function decide(
  event: PstnAudioEvent,
  { config, ports, remainingMs = Number.POSITIVE_INFINITY }: Surroundings,
): Promise<Decision> {
  const state = readState(event, config);
  const move = nextMove(event, state);
  const deadline = deadlineIn(Math.min(answerWithinMs, remainingMs - reserveMs), ports.clock);
  const invocation: Invocation = { event, state, config, ports, deadline };
  const fallback = () => lastResort[move](invocation);
  try {
    return { move, before: state, outcome: await carryOut[move](invocation), fallback };
  } catch (error) {
    const { transactionId } = event;
    ports.log("error", "move.broke", { transactionId, move, ...faultFacts(error) });
    return { move, before: state, outcome: fallback(), fallback };
  }
}
