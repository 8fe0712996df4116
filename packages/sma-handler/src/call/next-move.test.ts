import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import {
  type ActionData,
  type EventType,
  eventTypes,
  type Leg,
  type PstnAudioEvent,
} from "@skill-call/pstn-audio";
import fc from "fast-check";
import { type CallState, newCall, type Phase, phases } from "./call-state.ts";
import { type HarmlessHangUp, harmlessHangUp, type Move, moves, nextMove } from "./next-move.ts";

const legA: Leg = {
  callId: "leg-a",
  tag: "LEG-A",
  direction: "inbound",
  to: "",
  from: "",
  status: "connected",
  headers: {},
};
const legB: Leg = { ...legA, callId: "leg-b", tag: "LEG-B", direction: "outbound" };

function ended(leg: Leg): Leg {
  return { ...leg, status: "disconnected" };
}

interface EventChange {
  readonly legs?: readonly Leg[];
  readonly action?: ActionData;
}

function event(type: EventType, { legs = [legA], action }: EventChange = {}): PstnAudioEvent {
  const base = { type, sequence: 2, transactionId: "t", attributes: {}, legs };
  return { ...base, ...(action && { action }) };
}

function action(type: string, parameters: ActionData["parameters"] = {}): ActionData {
  return { type, parameters };
}

function at(phase: Phase, change: Partial<CallState> = {}): CallState {
  return { ...newCall, phase, ...change };
}

const bridge = action("CallAndBridge");
const joinMeeting = action("JoinChimeMeeting");
const hangUpB = action("Hangup", { CallId: "leg-b", ParticipantTag: "LEG-B", SipResponseCode: 0 });
const busyB = action("Hangup", { CallId: "leg-b", ParticipantTag: "LEG-B", SipResponseCode: 486 });

/** The table of README.md, event type × phase, for a caller who is still there. */
const matrix: Readonly<Record<EventType, readonly [EventChange, ...Move[]]>> = {
  //                          new          ringing      trying       connected    ending     over
  NEW_INBOUND_CALL: [{}, "admit", "admit", "admit", "admit", "admit", "admit"],
  NEW_OUTBOUND_CALL: [{}, "ring", "ring", "ring", "ring", "ring", "ring"],
  RINGING: [{}, "wait", "wait", "wait", "wait", "wait", "wait"],
  CALL_ANSWERED: [{}, "route", "route", "wait", "wait", "wait", "wait"],
  ACTION_SUCCESSFUL: [
    { action: bridge },
    "connected",
    "connected",
    "connected",
    "wait",
    "release",
    "wait",
  ],
  ACTION_FAILED: [
    { action: bridge },
    "apologise",
    "apologise",
    "try-next",
    "apologise",
    "release",
    "wait",
  ],
  ACTION_INTERRUPTED: [{}, "wait", "wait", "wait", "wait", "wait", "wait"],
  CALL_UPDATE_REQUESTED: [{}, "wait", "wait", "wait", "wait", "release", "wait"],
  DIGITS_RECEIVED: [{}, "wait", "wait", "wait", "wait", "release", "wait"],
  INVALID_LAMBDA_RESPONSE: [
    {},
    "apologise",
    "apologise",
    "apologise",
    "apologise",
    "apologise",
    "apologise",
  ],
  HANGUP: [
    { legs: [legA, ended(legB)], action: hangUpB },
    "release",
    "release",
    "wait",
    "release",
    "wait",
    "release",
  ],
};

const cells = eventTypes.flatMap((type) => {
  const [change, ...row] = matrix[type];
  return phases.map((phase, index) => ({ type, phase, change, move: row[index] }));
});

test.each(cells)("$type in phase $phase: $move", ({ type, phase, change, move }) => {
  expect(nextMove(event(type, change), at(phase))).toBe(move);
});

test("README.md shows the same table", () => {
  // The formatter pads a table's cells.
  const readme = readFileSync(join(__dirname, "../../README.md"), "utf8").replace(/ +/g, " ");
  const rows = eventTypes.map((type) => {
    const [, ...row] = matrix[type];
    return `| \`${type}\` | ${row.join(" | ")} |`;
  });
  expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
});

const afterTheCaller: readonly EventType[] = [
  "CALL_ANSWERED",
  "ACTION_SUCCESSFUL",
  "ACTION_FAILED",
  "INVALID_LAMBDA_RESPONSE",
  "HANGUP",
];

const withoutCaller = afterTheCaller.flatMap((type) => phases.map((phase) => ({ type, phase })));

test.each(withoutCaller)(
  "$type in phase $phase, the caller gone, the other leg up: release",
  (cell) => {
    const legs = [ended(legA), legB];
    expect(nextMove(event(cell.type, { legs, action: bridge }), at(cell.phase))).toBe("release");
  },
);

test.each(withoutCaller)("$type in phase $phase, no leg left: the call is closed, once", (cell) => {
  const legs = [ended(legA), ended(legB)];
  const move = nextMove(event(cell.type, { legs, action: bridge }), at(cell.phase));
  expect(move).toBe(cell.phase === "over" ? "wait" : "close");
});

interface Special {
  readonly name: string;
  readonly event: PstnAudioEvent;
  readonly state: CallState;
  readonly move: Move;
}

const specials: readonly Special[] = [
  {
    name: "a success that connects nobody, on a call of which nothing is known",
    event: event("ACTION_SUCCESSFUL", { action: action("Speak") }),
    state: at("new"),
    move: "wait",
  },
  {
    name: "a meeting that was joined",
    event: event("ACTION_SUCCESSFUL", { action: joinMeeting }),
    state: at("trying"),
    move: "connected",
  },
  {
    name: "the end of the apology's list",
    event: event("ACTION_SUCCESSFUL", { action: action("Hangup") }),
    state: at("ending"),
    move: "wait",
  },
  {
    name: "an apology without its hang-up",
    event: event("ACTION_SUCCESSFUL", { action: action("Speak") }),
    state: at("ending"),
    move: "release",
  },
  {
    name: "a hang-up that fails",
    event: event("ACTION_FAILED", { action: action("Hangup") }),
    state: at("ending", { failedHangUps: 1 }),
    move: "release",
  },
  {
    name: "a hang-up that fails the second time",
    event: event("ACTION_FAILED", { action: action("Hangup") }),
    state: at("ending", { failedHangUps: 2 }),
    move: "wait",
  },
  {
    name: "a hang-up that fails the second time, while another leg is up",
    event: event("ACTION_FAILED", { legs: [legA, legB], action: action("Hangup") }),
    state: at("ending", { failedHangUps: 2 }),
    move: "release",
  },
  {
    name: "a hang-up that fails the third time, while another leg is up",
    event: event("ACTION_FAILED", { legs: [legA, legB], action: action("Hangup") }),
    state: at("ending", { failedHangUps: 3 }),
    move: "wait",
  },
  {
    name: "an answer of somebody who has hung up meanwhile",
    event: event("ACTION_SUCCESSFUL", { legs: [legA, ended(legB)], action: bridge }),
    state: at("trying"),
    move: "release",
  },
  {
    name: "an answer, beside the leg of the attempt before",
    event: event("ACTION_SUCCESSFUL", {
      legs: [legA, ended(legB), { ...legB, callId: "leg-b-2" }],
      action: bridge,
    }),
    state: at("trying", { failedLeg: "leg-b" }),
    move: "connected",
  },
  {
    name: "a destination that hung up without an answer, and without a code",
    event: event("HANGUP", {
      legs: [legA, ended(legB)],
      action: action("Hangup", { CallId: "leg-b", ParticipantTag: "LEG-B" }),
    }),
    state: at("trying"),
    move: "wait",
  },
  {
    name: "a destination that was refused, while the apology is spoken",
    event: event("HANGUP", { legs: [legA, ended(legB)], action: busyB }),
    state: at("ending", { failedLeg: "leg-b" }),
    move: "wait",
  },
  {
    name: "some action that fails while the two talk",
    event: event("ACTION_FAILED", { action: action("Hangup") }),
    state: at("connected"),
    move: "wait",
  },
  {
    name: "the second refused answer",
    event: event("INVALID_LAMBDA_RESPONSE"),
    state: at("trying", { invalidAnswers: 2 }),
    move: "release",
  },
  {
    name: "the fourth refused answer",
    event: event("INVALID_LAMBDA_RESPONSE"),
    state: at("ending", { invalidAnswers: 4 }),
    move: "release",
  },
  {
    name: "the fifth refused answer",
    event: event("INVALID_LAMBDA_RESPONSE"),
    state: at("ending", { invalidAnswers: 5 }),
    move: "wait",
  },
  {
    name: "a busy destination: its ACTION_FAILED comes by itself",
    event: event("HANGUP", { legs: [legA, ended(legB)], action: busyB }),
    state: at("trying"),
    move: "wait",
  },
  {
    name: "a busy signal of somebody who already talked",
    event: event("HANGUP", { legs: [legA, ended(legB)], action: busyB }),
    state: at("connected"),
    move: "release",
  },
  {
    name: "a leg of an earlier attempt, while the next one rings",
    event: event("HANGUP", {
      legs: [legA, ended(legB), { ...legB, callId: "leg-b-2" }],
      action: hangUpB,
    }),
    state: at("trying"),
    move: "wait",
  },
  {
    name: "the leg that failed, while the next destination is called and has no leg yet",
    event: event("HANGUP", { legs: [legA, ended(legB)], action: hangUpB }),
    state: at("trying", { failedLeg: "leg-b" }),
    move: "wait",
  },
  {
    name: "the leg that failed, while the caller is in a meeting",
    event: event("HANGUP", { legs: [legA, ended(legB)], action: hangUpB }),
    state: at("connected", { failedLeg: "leg-b" }),
    move: "wait",
  },
  {
    name: "a leg of an earlier attempt, while the two talk",
    event: event("HANGUP", {
      legs: [legA, ended(legB), { ...legB, callId: "leg-b-2" }],
      action: hangUpB,
    }),
    state: at("connected"),
    move: "wait",
  },
  {
    name: "a hang-up whose leg has no status: ActionData says which one it was",
    event: event("HANGUP", {
      legs: [{ ...legA, status: "unknown" }],
      action: action("Hangup", { CallId: "leg-a" }),
    }),
    state: at("connected"),
    move: "close",
  },
  {
    name: "a hang-up that says nothing but that all is over",
    event: event("HANGUP", { legs: [] }),
    state: at("connected"),
    move: "close",
  },
];

test.each(specials)("$name: $move", (special) => {
  expect(nextMove(special.event, special.state)).toBe(special.move);
});

test.each<[HarmlessHangUp | undefined, CallState, readonly Leg[]]>([
  ["never-answered", at("trying"), [legA, ended(legB)]],
  ["failed-before", at("connected", { failedLeg: "leg-b" }), [legA, ended(legB)]],
  ["earlier-attempt", at("connected"), [legA, ended(legB), { ...legB, callId: "leg-b-2" }]],
  ["already-ending", at("ending"), [legA, ended(legB)]],
  [undefined, at("connected"), [legA, ended(legB)]],
])("the log says %s of a hang-up", (name, state, legs) => {
  expect(harmlessHangUp(event("HANGUP", { legs, action: hangUpB }), state)).toBe(name);
  expect(harmlessHangUp(event("RINGING", { legs }), state)).toBeUndefined();
});

const someLegs = fc.subarray([legA, legB, ended(legA), ended(legB)]);
const someAction = fc.constantFrom(
  undefined,
  bridge,
  joinMeeting,
  hangUpB,
  busyB,
  action("Speak"),
  action("Hangup", { ParticipantTag: "LEG-A" }),
);
const someState = fc.record({
  phase: fc.constantFrom(...phases),
  invalidAnswers: fc.nat(6),
  failedHangUps: fc.nat(4),
});

test("nobody is called, claimed for or spoken to once the caller has gone", () => {
  const quiet: readonly Move[] = ["release", "close", "wait"];
  const events = fc.constantFrom(...afterTheCaller);
  fc.assert(
    fc.property(events, someLegs, someAction, someState, (type, legs, its, state) => {
      const change = { legs: legs.filter((leg) => leg !== legA), ...(its && { action: its }) };
      expect(quiet).toContain(nextMove(event(type, change), at(state.phase, state)));
    }),
  );
});

test("every event in every state has a move", () => {
  const events = fc.constantFrom(...eventTypes);
  fc.assert(
    fc.property(events, someLegs, someAction, someState, (type, legs, its, state) => {
      const change = { legs, ...(its && { action: its }) };
      expect(moves).toContain(nextMove(event(type, change), at(state.phase, state)));
    }),
  );
});

test("a success of no action that we know connects nobody; a meeting connects as a bridge does", () => {
  expect(nextMove(event("ACTION_SUCCESSFUL"), at("new"))).toBe("wait");
  expect(nextMove(event("ACTION_FAILED"), at("connected"))).toBe("wait");
  expect(nextMove(event("ACTION_SUCCESSFUL"), at("ending"))).toBe("release");
  expect(nextMove(event("ACTION_SUCCESSFUL", { action: joinMeeting }), at("new"))).toBe(
    "connected",
  );
  expect(nextMove(event("ACTION_FAILED", { action: joinMeeting }), at("connected"))).toBe(
    "apologise",
  );
});

test("an event that tells nothing of legs does not end a call, though it names none", () => {
  expect(nextMove(event("RINGING", { legs: [] }), at("ringing"))).toBe("wait");
});
