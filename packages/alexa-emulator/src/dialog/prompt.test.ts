import { expect, test } from "@jest/globals";
import type { PromptVariation } from "../model/interaction-model.ts";
import type { IntentState } from "./intent-state.ts";
import { promptSpeech } from "./prompt.ts";

const intent: IntentState = {
  name: "A",
  confirmationStatus: "NONE",
  slots: new Map([["name", { name: "name", value: "B & B", confirmationStatus: "NONE" }]]),
};

function said(variation: PromptVariation): object {
  return promptSpeech({ id: "p", variations: [variation] }, intent, 0);
}

test("plain text speaks the slots' values", () => {
  expect(said({ type: "PlainText", text: "Call {name}?" })).toEqual({
    by: "alexa",
    text: "Call B & B?",
    ssml: "<speak>Call B &amp; B?</speak>",
  });
});

test("SSML escapes the slots' values, and gets its root element", () => {
  expect(said({ type: "SSML", text: "Call <s>{name}</s>?" })).toEqual({
    by: "alexa",
    text: "Call B & B ?",
    ssml: "<speak>Call <s>B &amp; B</s>?</speak>",
  });
});

test("SSML keeps the root element that it has", () => {
  expect(said({ type: "SSML", text: "<speak>Hello</speak>" })).toMatchObject({
    ssml: "<speak>Hello</speak>",
  });
});

test("a slot without a value is silent", () => {
  expect(said({ type: "PlainText", text: "Call {reason}?" })).toMatchObject({ text: "Call ?" });
});
