import { expect, test } from "@jest/globals";
import { sampleActions } from "../../test/sample-actions.ts";
import { actionRulesByName } from "../actions/action-rules-by-name.ts";
import { eventTypes } from "../events/event.ts";
import * as pstnAudio from "../index.ts";
import { actionNames, isActionName } from "./action-vocabulary.ts";
import { eventVocabulary } from "./event-vocabulary.ts";

const builtNames = Object.keys(sampleActions).sort();

test("every action has rules", () => {
  expect(Object.keys(actionRulesByName).sort()).toEqual(builtNames);
});

test("the service has eighteen actions", () => {
  expect(actionNames).toHaveLength(18);
});

test.each(builtNames)("%s is made by the exported builder of its name", (name) => {
  const builder = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  expect(pstnAudio).toHaveProperty(builder, expect.any(Function));
});

test.each(Object.entries(sampleActions))("the sample %s is of that type", (name, action) => {
  expect(action.Type).toBe(name);
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
