import { expect, test } from "@jest/globals";
import { sampleActions } from "../../test/sample-actions.ts";
import type { Action, UncheckedAction } from "../actions/action.ts";
import { actionRulesByName } from "../actions/action-rules-by-name.ts";
import { eventTypes } from "../events/event.ts";
import * as pstnAudio from "../index.ts";
import { type ActionName, actionVocabulary, isActionName } from "./action-vocabulary.ts";
import { eventVocabulary } from "./event-vocabulary.ts";

const builtNames = Object.keys(sampleActions).sort();

// Each compiles only while the other names are among its own: together, while they are the same.
const unionCovers: (name: ActionName) => (Action | UncheckedAction)["Type"] = (name) => name;
const vocabularyCovers: (name: (Action | UncheckedAction)["Type"]) => ActionName = (name) => name;

test("the union and the vocabulary name the same actions", () => {
  expect(unionCovers("VoiceFocus")).toBe(vocabularyCovers("VoiceFocus"));
});

test("every action of the union has its rules, its builder and its entry, under one name", () => {
  expect(Object.keys(actionRulesByName).sort()).toEqual(builtNames);
  const checked = Object.entries(actionVocabulary).filter(([, entry]) => entry.checked);
  expect(checked.map(([name]) => name).sort()).toEqual(builtNames);
});

test.each(builtNames)("%s is made by the exported builder of its name", (name) => {
  const builder = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  expect(pstnAudio).toHaveProperty(builder, expect.any(Function));
});

test.each(Object.entries(sampleActions))("the sample %s is of that type", (name, action) => {
  expect(action.Type).toBe(name);
});

test("the emulator runs eleven actions and knows the rest by name", () => {
  const emulated = Object.entries(actionVocabulary).filter(([, entry]) => entry.emulated);
  expect(emulated.map(([name]) => name)).toEqual([
    "CallAndBridge",
    "JoinChimeMeeting",
    "Hangup",
    "Speak",
    "SpeakAndGetDigits",
    "Pause",
    "PlayAudio",
    "PlayAudioAndGetDigits",
    "ReceiveDigits",
    "RecordAudio",
    "SendDigits",
  ]);
  expect(Object.keys(actionVocabulary)).toHaveLength(18);
});

test("every action says how the emulator differs or why it does not run it", () => {
  for (const { emulated, note } of Object.values(actionVocabulary)) {
    expect(note.startsWith("Known, not emulated.")).toBe(!emulated);
  }
});

test("a name that every object has is no action's", () => {
  expect(isActionName("Hangup")).toBe(true);
  expect(isActionName("toString")).toBe(false);
  expect(isActionName(undefined)).toBe(false);
});

test("every event type has its entry, in the same order", () => {
  expect(Object.keys(eventVocabulary)).toEqual([...eventTypes]);
});

test("only a new inbound call needs actions, and three events do not run any", () => {
  const entries = Object.entries(eventVocabulary);
  expect(entries.filter(([, entry]) => entry.needsActions).map(([type]) => type)).toEqual([
    "NEW_INBOUND_CALL",
  ]);
  expect(
    entries.filter(([, entry]) => entry.runsActions === "never").map(([type]) => type),
  ).toEqual(["NEW_OUTBOUND_CALL", "RINGING", "ACTION_INTERRUPTED"]);
});
