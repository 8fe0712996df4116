import { expect, test } from "@jest/globals";
import { encodeContextId } from "@skill-call/call-context";
import type { EventType, Leg, PstnAudioEvent } from "@skill-call/pstn-audio";
import { toAttributes } from "./attributes.ts";
import { type CallState, newCall } from "./call-state.ts";
import { answersLost, countInvalidAnswers } from "./invalid-answers.ts";
import { readState } from "./read-state.ts";

const contextId = "k9J2mQvX7pLw4RtZ8sYb1A";
const skill = "amzn1.application-oa2-client.1";
const admission = { allowedSkillClientIds: new Set([skill]) };
const ours = encodeContextId(contextId);
const theirs = `04${ours};purpose=isdn-uui`;
const caller: Leg = {
  ...{ callId: "a", tag: "LEG-A", direction: "inbound", to: "", from: "", status: "connected" },
  headers: { "X-Alexa-LWA-ClientId": skill, "User-to-User": ours },
};

interface EventChange {
  readonly type?: EventType;
  readonly leg?: Partial<Leg>;
  readonly legs?: readonly Leg[];
  readonly state?: CallState;
  readonly action?: string;
  readonly sequence?: number;
}

function event({ type = "ACTION_SUCCESSFUL", leg = {}, state, action, ...rest }: EventChange) {
  const happened: PstnAudioEvent = {
    ...{ type, sequence: 2, transactionId: "t", legs: [{ ...caller, ...leg }] },
    attributes: state ? toAttributes(state) : {},
    ...(action !== undefined && { action: { type: action, parameters: {} } }),
    ...rest,
  };
  return happened;
}

test("where the attributes were lost, the context is known by the caller's header again", () => {
  expect(readState(event({}), admission)).toStrictEqual({ ...newCall, contextId });
});

test("and the header as it came, where we would write it another way", () => {
  const headers = { ...caller.headers, "User-to-User": theirs };
  expect(readState(event({ leg: { headers } }), admission)).toStrictEqual({
    ...newCall,
    contextId,
    userToUser: theirs,
  });
});

test.each([
  ["comes from no skill", { "User-to-User": ours }],
  ["comes from a stranger", { ...caller.headers, "X-Alexa-LWA-ClientId": "another" }],
  ["brings no context ID", { "X-Alexa-LWA-ClientId": skill }],
])("nothing is known again of a caller who %s", (_, headers) => {
  expect(readState(event({ leg: { headers } }), admission)).toStrictEqual(newCall);
});

test("what the attributes say stands, whatever the header says", () => {
  const state: CallState = { ...newCall, phase: "trying", contextId: "another", answered: 1 };
  expect(readState(event({ state }), admission)).toStrictEqual(state);
});

test("a success of what connects, and a Hangup that failed, are kept", () => {
  const state: CallState = { ...newCall, phase: "trying" };
  const after = (type: EventType, action: string) =>
    readState(event({ type, action, state }), admission);
  expect(after("ACTION_SUCCESSFUL", "CallAndBridge")).toMatchObject({ wasConnected: true });
  expect(after("ACTION_SUCCESSFUL", "Speak")).toMatchObject({ wasConnected: false });
  expect(after("ACTION_FAILED", "Hangup")).toMatchObject({ failedHangUps: 1, wasConnected: false });
  expect(after("ACTION_FAILED", "CallAndBridge")).toMatchObject({ failedHangUps: 0 });
  const connected = readState(
    event({ action: "Speak", state: { ...state, wasConnected: true } }),
    admission,
  );
  expect(connected.wasConnected).toBe(true);
});

const outbound: Leg = { ...caller, direction: "outbound" };
const ringing: CallState = { ...newCall, phase: "ringing", answered: 1 };

test.each<[string, CallState, EventChange, number]>([
  [
    "each event after the last answer that was kept",
    { ...newCall, phase: "trying", answered: 2 },
    { sequence: 5 },
    2,
  ],
  [
    "not the RINGING of a callback, whose answer may not be kept",
    ringing,
    { sequence: 5, legs: [outbound] },
    2,
  ],
  [
    "of a callback whose attributes were lost, not its first two",
    newCall,
    { sequence: 5, legs: [outbound] },
    2,
  ],
  ["of a caller's call, all", newCall, { sequence: 5 }, 4],
  ["of a call that shows no leg, all", newCall, { sequence: 5, legs: [] }, 4],
  [
    "of a callback that is under way, all",
    { ...ringing, phase: "trying" },
    { sequence: 5, legs: [outbound] },
    3,
  ],
])("answers that may be lost: %s", (_, state, change, lost) => {
  expect(answersLost(event(change), state)).toBe(lost);
});

test("a refused answer counts, by our own count or by the sequence, whichever is more", () => {
  const state: CallState = { ...newCall, phase: "ending", answered: 2, invalidAnswers: 3 };
  const refused = (sequence: number) => event({ type: "INVALID_LAMBDA_RESPONSE", sequence, state });
  expect(countInvalidAnswers(refused(4), state)).toBe(4);
  expect(countInvalidAnswers(refused(9), state)).toBe(6);
  expect(readState(refused(4), admission).invalidAnswers).toBe(4);
});
