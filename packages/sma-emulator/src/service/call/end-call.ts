import { type CallState, legsUp, without } from "./call-state.ts";
import { hungUp } from "./notice.ts";
import type { RunningAction } from "./planned-action.ts";
import { andThen, type Effect, type Step, step } from "./step.ts";

/** The service ends the call by itself and tells the Lambda so, leg by leg. */
export function endCall(state: CallState, sipCode: number): Step {
  const hangUps = legsUp(state).map((leg) => hungUp(leg, sipCode));
  const known = state.notices.filter(({ type }) => type === "HANGUP");
  return andThen(releaseLegs(state, sipCode), (released) =>
    step({ ...released, notices: [...known, ...hangUps] }),
  );
}

/** Hangs up every leg and stops what runs, without a word to the Lambda. */
export function releaseLegs(state: CallState, sipCode: number): Step {
  const releases = legsUp(state).map(
    ({ callId }): Effect => ({ type: "release", callId, sipCode }),
  );
  const legs = state.legs.map((leg) => ({ ...leg, status: "disconnected" }) as const);
  return andThen(stopActions({ ...state, legs }), (stopped) => step(stopped, ...releases));
}

/** Lets the running action end by itself, at once, and drops what was to follow. */
export function finishAction(state: CallState, running: RunningAction): Step {
  const finishing = { ...running, finishing: true } as const;
  return step({ ...state, running: finishing, planned: [] }, { type: "stop", run: running.run });
}

/** Stops the running action and drops what was to follow. */
export function stopActions(state: CallState): Step {
  const { running } = state;
  const stopped = { ...without(state, "running"), planned: [] };
  return running ? step(stopped, { type: "stop", run: running.run }) : step(stopped);
}
