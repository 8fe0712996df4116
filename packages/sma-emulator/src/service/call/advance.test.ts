import { expect, test } from "@jest/globals";
import { advance } from "./advance.ts";
import { type CallState, newCall } from "./call-state.ts";
import type { Leg } from "./leg.ts";
import type { PlannedAction } from "./planned-action.ts";

// The corners of the state machine that a whole call hardly reaches; the rest is tested through the service.

const caller: Leg = {
  callId: "a",
  tag: "LEG-A",
  direction: "Inbound",
  farEnd: "caller",
  to: "+16073331111",
  from: "+12045551111",
  startedAt: 1_795_424_400_000,
  status: "connected",
  sipHeaders: {},
};

const pause: PlannedAction = { type: "Pause", parameters: { DurationInMilliseconds: 100 } };

const placed = advance(
  newCall({
    transactionId: "t",
    sipMediaApplicationIds: ["sma-1"],
    invocationLimit: 1000,
    caller,
    notice: { type: "NEW_INBOUND_CALL" },
  }),
  { type: "placed" },
).state;

function answeredWith(...actions: readonly PlannedAction[]): CallState {
  const verdict = { type: "valid", actions } as const;
  return advance(placed, { type: "lambda-answered", verdict, attempts: 1 }).state;
}

test("an outcome of an action that runs no more is ignored", () => {
  const running = answeredWith(pause, pause);
  const late = { type: "action-ended", run: 7, outcome: { outcome: "succeeded" } } as const;
  expect(advance(running, late)).toEqual({ state: running, effects: [] });
});

test("an answer that nobody asked for is ignored", () => {
  const running = answeredWith(pause);
  const verdict = { type: "valid", actions: [] } as const;
  for (const input of [
    { type: "lambda-answered", verdict, attempts: 1 },
    { type: "lambda-failed", attempts: 2 },
  ] as const) {
    expect(advance(running, input)).toEqual({ state: running, effects: [] });
  }
});

test("a leg that is down cannot leave or be hung up again", () => {
  const left = advance(answeredWith(), { type: "leg-left", callId: "a", sipResponseCode: 0 }).state;
  for (const type of ["leg-left", "leg-released"] as const) {
    expect(advance(left, { type, callId: "a", sipResponseCode: 0 }).effects).toEqual([]);
    expect(advance(left, { type, callId: "nobody", sipResponseCode: 0 }).effects).toEqual([]);
  }
});

test("a call that the service ends tells of hang-ups only, whatever else still waited to be told", () => {
  const running = answeredWith(pause);
  const updated = advance(running, { type: "update-requested", callArguments: {} }).state;
  const done = { type: "action-ended", run: 1, outcome: { outcome: "succeeded" } } as const;
  const waiting = advance(updated, done).state;
  expect(waiting.notices.map(({ type }) => type)).toEqual(["ACTION_SUCCESSFUL"]);
  const { state, effects } = advance(waiting, { type: "lambda-failed", attempts: 2 });
  expect(effects.map(({ type }) => type)).toEqual(["release", "ask"]);
  expect(state.asked?.type).toBe("HANGUP");
  expect(state.notices).toEqual([]);
});

test("a step changes nothing in the state it started from", () => {
  const before = JSON.stringify(placed);
  answeredWith(pause, pause);
  expect(JSON.stringify(placed)).toBe(before);
});

test("time that runs out on a caller who is being served is no matter", () => {
  const running = answeredWith(pause);
  expect(advance(running, { type: "idled" })).toEqual({ state: running, effects: [] });
});
