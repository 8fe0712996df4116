import { expect, test } from "@jest/globals";
import { rawEvent } from "../../test/raw-event.ts";
import { sampleActions } from "../../test/sample-actions.ts";
import { hangup } from "../actions/hangup.ts";
import { pause } from "../actions/pause.ts";
import { readEvent } from "../events/read-event.ts";
import { answer } from "./answer.ts";
import type { AnswerProblem } from "./answer-problem.ts";
import { type CheckAnswerOptions, checkAnswer } from "./check-answer.ts";

const onNewCall: CheckAnswerOptions = { eventType: "NEW_INBOUND_CALL" };
const later: CheckAnswerOptions = { eventType: "ACTION_SUCCESSFUL" };

function errorsOf(problems: readonly AnswerProblem[]) {
  return problems.flatMap((problem) =>
    problem.severity === "error" ? [[problem.scope, problem.message]] : [],
  );
}

test("an answer of all the builders' actions has no problems", () => {
  const all = Object.values(sampleActions);
  expect(checkAnswer(answer(all.slice(0, 10)), onNewCall)).toEqual([]);
  expect(checkAnswer(answer(all.slice(10)), later)).toEqual([]);
});

test.each([null, undefined, "", " \n"])("%j is blank", (raw) => {
  expect(errorsOf(checkAnswer(raw, later))).toEqual([["answer", "Response is blank or null"]]);
});

const mismatch =
  "The schema version in the invocation request does not match the schema version in the response.";

test.each([
  ["no schema version", { Actions: [hangup()] }, 'is not "1.0"'],
  ["another schema version", { SchemaVersion: "1.1", Actions: [] }, 'is not "1.0"'],
  ["a number for a schema version", { SchemaVersion: 1, Actions: [] }, 'is not "1.0"'],
  [
    "an API Gateway shape",
    { statusCode: 200, body: JSON.stringify(answer([hangup()])) },
    'is not "1.0"; the service does not look into the body of an API Gateway answer',
  ],
  [
    "stringified JSON",
    JSON.stringify(answer([hangup()])),
    "the answer is a string; return the object itself, not JSON.stringify of it",
  ],
  ["a bare list of actions", [hangup()], "the answer is not an object"],
  ["true", true, "the answer is not an object"],
  [
    "a status code alone",
    { statusCode: 204 },
    'is not "1.0"; the service does not look into the body of an API Gateway answer',
  ],
  [
    "a body alone",
    { body: "{}" },
    'is not "1.0"; the service does not look into the body of an API Gateway answer',
  ],
])("%s is a schema version mismatch and nothing else", (_, raw, hint) => {
  expect(checkAnswer(raw, onNewCall)).toEqual([
    {
      severity: "error",
      scope: "answer",
      field: hint.startsWith("the answer") ? "" : "SchemaVersion",
      errorType: "SchemaVersionMismatch",
      message: mismatch,
      hint,
    },
  ]);
});

/** An answer to a new call, and all that is said of it as a whole: place, words of the service, our own. */
test.each<[unknown, [field: string, actionIndex: number | undefined, hint: string]]>([
  [null, ["", undefined, 'at least {"SchemaVersion":"1.0"} is needed']],
  [
    { Actions: [] },
    ["Actions", undefined, "a new call needs an action, or the caller hears nothing"],
  ],
  [{ Actions: {} }, ["Actions", undefined, "is not a list"]],
  [{ Actions: ["Hangup"] }, ["Actions[0]", 0, "is not an object"]],
  [{ Actions: [hangup(), { Type: 7 }] }, ["Actions[1].Type", 1, "is not a text"]],
  [{ Actions: [{ Type: "Pause" }] }, ["Actions[0].Parameters", 0, "is not an object"]],
  [
    { Actions: [{ Type: "Sing", Parameters: {} }] },
    ["Actions[0].Type", 0, "is no action of the service"],
  ],
  [{ Actions: Array(11).fill(hangup()) }, ["Actions", undefined, "has more than 10 actions"]],
  [
    { Actions: [hangup()], TransactionAttributes: [] },
    ["TransactionAttributes", undefined, "is not an object"],
  ],
  [
    { Actions: [hangup()], TransactionAttributes: { tries: 2 } },
    ["TransactionAttributes.tries", undefined, "is not a string"],
  ],
  [
    { Actions: [hangup()], TransactionAttributes: attributes(101) },
    ["TransactionAttributes", undefined, "has more than 100 keys"],
  ],
  [
    { Actions: [hangup()], TransactionAttributes: { text: "x".repeat(20 * 1024) } },
    ["TransactionAttributes", undefined, "is larger than 20 KB"],
  ],
])("what is said of an answer has its place and a hint: case %#", (raw, [field, index, hint]) => {
  const answered = raw && { SchemaVersion: "1.0", ...raw };
  const [problem, ...others] = checkAnswer(answered, onNewCall);
  expect(problem).toStrictEqual({
    severity: "error",
    scope: "answer",
    field,
    errorType: expect.stringMatching(
      /^InvalidLambdaResponse$|^TransactionAttributesInvalidMapSize$/,
    ),
    message: expect.stringMatching(/\S/),
    hint,
    ...(index !== undefined && { actionIndex: index }),
  });
  expect(others).toEqual([]);
});

test("what cannot be read is not looked at more closely", () => {
  const [leg] = readEvent(rawEvent()).legs;
  const known = { eventType: "RINGING" as const, legs: leg ? [leg] : [] };
  expect(checkAnswer({ SchemaVersion: "1.0", Actions: null }, known)).toEqual([]);
  const Actions = [{ Type: 7, Parameters: { CallId: "of another call" } }];
  const problems = checkAnswer(
    { SchemaVersion: "1.0", Actions },
    { ...known, eventType: "CALL_ANSWERED" },
  );
  expect(problems.map(({ field }) => field)).toEqual(["Actions[0].Type"]);
});

test("attributes that are no map of strings are not measured", () => {
  const TransactionAttributes = { tries: 2, text: "x".repeat(20 * 1024) };
  expect(
    errorsOf(checkAnswer({ ...answer([hangup()]), TransactionAttributes }, onNewCall)),
  ).toEqual([["answer", "Transaction Attributes must be a map of strings."]]);
});

test.each([{ Actions: [] }, { Actions: null }, {}])(
  "%j is an empty list on a new call",
  (parts) => {
    expect(errorsOf(checkAnswer({ SchemaVersion: "1.0", ...parts }, onNewCall))).toEqual([
      ["answer", "Actions list is empty."],
    ]);
  },
);

test.each([{ Actions: [] }, { Actions: null }, {}])("%j is fine later in a call", (parts) => {
  expect(checkAnswer({ SchemaVersion: "1.0", ...parts }, later)).toEqual([]);
});

test.each([
  ["Actions", "hang up"],
  ["Actions", { Type: "Hangup", Parameters: {} }],
  ["Actions[0]", ["Hangup"]],
  ["Actions[0]", [null]],
  ["Actions[0].Type", [{ Parameters: {} }]],
  ["Actions[0].Type", [{ Type: 7, Parameters: {} }]],
  ["Actions[1].Parameters", [hangup(), { Type: "Pause" }]],
  ["Actions[0].Parameters", [{ Type: "Hangup", Parameters: "LEG-A" }]],
])("a list that cannot be read at %s", (field, Actions) => {
  expect(checkAnswer({ SchemaVersion: "1.0", Actions }, onNewCall)).toMatchObject([
    { scope: "answer", message: "Error while reading actions list.", field },
  ]);
});

test.each(["Transfer", "hangup", "constructor", ""])("%j is no action's name", (Type) => {
  const raw = { SchemaVersion: "1.0", Actions: [hangup(), { Type, Parameters: {} }] };
  expect(checkAnswer(raw, onNewCall)).toMatchObject([
    {
      scope: "answer",
      message: "Unsupported action name specified",
      actionIndex: 1,
      field: "Actions[1].Type",
    },
  ]);
});

test("a Hangup without any parameters is accepted, with a warning", () => {
  const raw = { SchemaVersion: "1.0", Actions: [{ Type: "Hangup" }] };
  expect(checkAnswer(raw, onNewCall)).toMatchObject([
    { severity: "warning", field: "Actions[0].Parameters.CallId" },
  ]);
});

test("ten actions are fine, eleven are too many", () => {
  const pauses = (count: number) =>
    answer(Array.from({ length: count }, () => pause({ durationInMilliseconds: 100 })));
  expect(checkAnswer(pauses(10), onNewCall)).toEqual([]);
  expect(errorsOf(checkAnswer(pauses(11), onNewCall))).toEqual([
    ["answer", "Too many actions specified in response."],
  ]);
});

function attributes(count: number, value = "x") {
  return Object.fromEntries(Array.from({ length: count }, (_, key) => [`key${key}`, value]));
}

test("100 attributes are fine, 101 are too many", () => {
  expect(checkAnswer(answer([hangup()], attributes(100)), onNewCall)).toEqual([]);
  expect(checkAnswer(answer([hangup()], attributes(101)), onNewCall)).toMatchObject([
    {
      scope: "answer",
      errorType: "TransactionAttributesInvalidMapSize",
      message: "Transaction Attributes has too many mappings. Maximum number of mappings is 100",
    },
  ]);
});

test("the limit of the older guide can be asked for", () => {
  const options = { ...onNewCall, maxAttributes: 10 };
  expect(errorsOf(checkAnswer(answer([hangup()], attributes(11)), options))).toEqual([
    ["answer", "Transaction Attributes has too many mappings. Maximum number of mappings is 10"],
  ]);
});

test("20 KB of attributes are fine, more are not; bytes count, not characters", () => {
  // {"key0":"…"} is 11 bytes around the value.
  const full = 20 * 1024 - 11;
  expect(checkAnswer(answer([hangup()], attributes(1, "x".repeat(full))), onNewCall)).toEqual([]);
  expect(
    errorsOf(checkAnswer(answer([hangup()], attributes(1, "x".repeat(full + 1))), onNewCall)),
  ).toEqual([["answer", "Transaction Attributes is too large."]]);
  expect(
    errorsOf(checkAnswer(answer([hangup()], attributes(1, "é".repeat(full - 1))), onNewCall)),
  ).toEqual([["answer", "Transaction Attributes is too large."]]);
});

test.each([
  ["TransactionAttributes", "text"],
  ["TransactionAttributes", ["list"]],
  ["TransactionAttributes.tries", { tries: 2 }],
  ["TransactionAttributes.context", { context: { id: "a" } }],
  ["TransactionAttributes.none", { none: null }],
])("attributes that are no map of strings are refused at %s", (field, TransactionAttributes) => {
  const raw = { ...answer([hangup()]), TransactionAttributes };
  expect(checkAnswer(raw, onNewCall)).toMatchObject([
    { scope: "answer", message: "Transaction Attributes must be a map of strings.", field },
  ]);
});

test("null attributes keep what the service has", () => {
  const raw = { ...answer([hangup()]), TransactionAttributes: null };
  expect(checkAnswer(raw, onNewCall)).toEqual([]);
});

test("all problems of an answer are told, those of the whole answer first", () => {
  const raw = {
    SchemaVersion: "1.0",
    Actions: [
      { Type: "Pause", Parameters: {} },
      { Type: "Transfer", Parameters: {} },
    ],
    TransactionAttributes: { tries: 2 },
  };
  expect(errorsOf(checkAnswer(raw, onNewCall))).toEqual([
    ["answer", "Unsupported action name specified"],
    ["answer", "Transaction Attributes must be a map of strings."],
    ["action", "The Duration parameter is invalid."],
  ]);
});
