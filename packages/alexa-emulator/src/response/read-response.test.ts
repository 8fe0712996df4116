import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readResponse } from "./read-response.ts";

const plain = (text: string) => ({ type: "PlainText", text });

function problem(payload: unknown): string | undefined {
  return readResponse(payload).problem;
}

function problemIn(response: object, sessionAttributes?: object): string | undefined {
  return problem({ version: "1.0", response, ...(sessionAttributes && { sessionAttributes }) });
}

test("a full response is read", () => {
  const { response } = readResponse({
    version: "1.0",
    sessionAttributes: { a: 1 },
    response: {
      outputSpeech: { type: "SSML", ssml: "<speak>Hello <break/> there</speak>" },
      reprompt: { outputSpeech: plain("Well?") },
      card: { type: "Simple", title: "T", content: "C" },
      directives: [{ type: "Dialog.Delegate" }, { type: "AudioPlayer.Stop" }],
      shouldEndSession: false,
    },
  });
  expect(response).toEqual({
    speech: { by: "skill", text: "Hello there", ssml: "<speak>Hello <break/> there</speak>" },
    reprompt: { by: "skill", text: "Well?", ssml: "<speak>Well?</speak>" },
    card: { type: "Simple", title: "T", content: "C" },
    directive: { type: "Dialog.Delegate" },
    directives: [{ type: "Dialog.Delegate" }, { type: "AudioPlayer.Stop" }],
    audio: [{ type: "AudioPlayer.Stop" }],
    leftAlone: [],
    shouldEndSession: false,
    sessionAttributes: { a: 1 },
  });
});

test("the smallest response is read", () => {
  expect(readResponse({ version: "1.0", response: {} }).response).toEqual({
    directives: [],
    audio: [],
    leftAlone: [],
    sessionAttributes: {},
  });
});

test("null stands for nothing", () => {
  expect(
    problemIn({
      outputSpeech: null,
      reprompt: null,
      card: null,
      directives: null,
      shouldEndSession: null,
    }),
  ).toBeUndefined();
});

test.each([
  [undefined, /^the response: /],
  [null, /^the response: /],
  ["ok", /^the response: /],
  [{}, /^version: /],
  [{ version: "1.0" }, /^response: /],
  [{ statusCode: 200, body: "{}" }, /^version: /],
])("%j is no response", (payload, message) => {
  expect(problem(payload)).toMatch(message);
});

test.each([
  [{ outputSpeech: "Hello" }, /^response\.outputSpeech/],
  [{ outputSpeech: { type: "Text", text: "a" } }, /^response\.outputSpeech\.type/],
  [{ outputSpeech: { type: "SSML", text: "a" } }, /^response\.outputSpeech\.ssml/],
  [{ outputSpeech: { type: "SSML", ssml: "Hello" } }, /^outputSpeech\.ssml: the root element/],
  [{ outputSpeech: plain("a".repeat(8001)) }, /^outputSpeech has 8001 characters/],
  [
    { reprompt: { outputSpeech: { type: "SSML", ssml: "<speak>&</speak>" } } },
    /^reprompt\.ssml: "&" is not an entity/,
  ],
  [{ shouldEndSession: "true" }, /^response\.shouldEndSession/],
  [{ card: { type: "Fancy" } }, /^response\.card\.type/],
  [{ card: { type: "AskForPermissionsConsent", permissions: [] } }, /^response\.card\.permissions/],
  [{ card: { type: "Simple", content: "a".repeat(8001) } }, /^the card has \d+ characters/],
  [{ directives: [{ type: "Dialog.Elicit" }] }, /^there is no directive "Dialog\.Elicit"/],
  [{ directives: [{}] }, /^response\.directives\.0\.type/],
  [{ directives: [{ type: "Dialog.ElicitSlot" }] }, /^Dialog\.ElicitSlot: slotToElicit/],
  [
    { directives: [{ type: "Dialog.Delegate" }, { type: "Dialog.ConfirmIntent" }] },
    /^there is more than one question: Dialog\.Delegate, Dialog\.ConfirmIntent/,
  ],
  [
    { directives: [{ type: "Dialog.ConfirmIntent" }], shouldEndSession: true },
    /^Dialog\.ConfirmIntent asks the caller, and shouldEndSession is true/,
  ],
])("%j is refused", (response, message) => {
  expect(problemIn(response)).toMatch(message);
});

test("session attributes may have 24 KB and no more", () => {
  const withSize = (bytes: number) => ({ a: "x".repeat(bytes - '{"a":""}'.length) });
  expect(problemIn({}, withSize(24 * 1024))).toBeUndefined();
  expect(problemIn({}, withSize(24 * 1024 + 1))).toBe(
    "sessionAttributes has 24577 bytes; at most 24576 are allowed",
  );
});

test("a response may have 120 KB and no more", () => {
  const directives = (length: number) => [
    { type: "Alexa.Presentation.APL.A", x: "x".repeat(length) },
  ];
  const rest = JSON.stringify({ version: "1.0", response: { directives: directives(0) } }).length;
  expect(problemIn({ directives: directives(120 * 1024 - rest) })).toBeUndefined();
  expect(problemIn({ directives: directives(120 * 1024 - rest + 1) })).toBe(
    "the response has 122881 bytes; at most 122880 are allowed",
  );
});

test("sizes are bytes, not characters", () => {
  expect(problemIn({}, { a: "é".repeat(12 * 1024) })).toMatch(/^sessionAttributes has 24584 bytes/);
});

test("anything is either a response or a problem", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { response, problem: found } = readResponse({ version: "1.0", response: value });
      expect(response === undefined).not.toBe(found === undefined);
    }),
  );
});
