import { expect, test } from "@jest/globals";
import { sampleFlow } from "../../test/sample-flow.ts";
import { type FlowType, flowTypes } from "../flow/flow.ts";
import { checkFlow } from "./check-flow.ts";

type Json = Record<string, unknown>;

/** The sample flow with fields of one action changed; undefined takes one away. */
function changed(identifier: string, change: Json): Json {
  const Actions = sampleFlow.Actions.map((action) =>
    action.Identifier === identifier ? without({ ...action, ...change }) : action,
  );
  return { ...sampleFlow, Actions };
}

/** The sample flow with parameters of one action changed. */
function withParameters(identifier: string, parameters: Json): Json {
  const action = sampleFlow.Actions.find(({ Identifier }) => Identifier === identifier);
  return changed(identifier, { Parameters: without({ ...action?.Parameters, ...parameters }) });
}

/** The sample flow with transitions of one action changed. */
function withTransitions(identifier: string, transitions: Json): Json {
  const action = sampleFlow.Actions.find(({ Identifier }) => Identifier === identifier);
  return changed(identifier, { Transitions: without({ ...action?.Transitions, ...transitions }) });
}

function without(fields: Json): Json {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** One action that ends in `bye`, for actions that have no builder. */
function flowOf(action: Json): Json {
  const bye = { Identifier: "bye", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} };
  return {
    Version: "2019-10-30",
    StartAction: "it",
    Actions: [
      { Identifier: "it", Parameters: {}, Transitions: { NextAction: "bye" }, ...action },
      bye,
    ],
  };
}

const condition = (Operator: string, Operands: unknown[]) => ({
  NextAction: "bye",
  Condition: { Operator, Operands },
});
const errors = (...types: string[]) => types.map((ErrorType) => ({ ErrorType, NextAction: "bye" }));

function found(flow: unknown, type?: FlowType): string[] {
  return checkFlow(flow, type ? { type } : {}).map(
    ({ severity, rule, place }) => `${severity} ${rule} ${place}`,
  );
}

test("a flow that was built is clean, as an object and as text", () => {
  expect(checkFlow(sampleFlow, { type: "CONTACT_FLOW" })).toEqual([]);
  expect(checkFlow(JSON.stringify(sampleFlow))).toEqual([]);
});

test("a problem says what, where, and in which action", () => {
  expect(checkFlow(withParameters("sorry", { Text: "" }))).toEqual([
    {
      severity: "error",
      rule: "empty-value",
      place: "Actions[10].Parameters.Text",
      action: "sorry",
      message: "is empty: leave it out, or give it a value",
    },
  ]);
});

test("what concerns no action that has a name names none", () => {
  expect(checkFlow({ ...sampleFlow, Actions: [...sampleFlow.Actions, 5] })).toStrictEqual([
    {
      severity: "error",
      rule: "format",
      place: "Actions[12]",
      message: "is not an object",
    },
    {
      severity: "error",
      rule: "identifier",
      place: "Actions[12].Identifier",
      message: "is missing",
    },
  ]);
});

test.each<[string, unknown, string[]]>([
  ["no JSON", "{", ["error format flow"]],
  ["a list", [], ["error format flow"]],
  ["the designer's older export", { modules: [], version: "1" }, ["error format flow"]],
  ["no list of actions", { Version: "2019-10-30" }, ["error format flow"]],
  ["another version", { ...sampleFlow, Version: "2020-01-01" }, ["error format Version"]],
  ["an unknown start", { ...sampleFlow, StartAction: "x" }, ["error format StartAction"]],
  ["no start", { ...sampleFlow, StartAction: undefined }, ["error format StartAction"]],
  [
    "an action that is no object",
    { ...sampleFlow, Actions: [...sampleFlow.Actions, 5] },
    ["error format Actions[12]", "error identifier Actions[12].Identifier"],
  ],
  [
    "parameters that are a list",
    changed("enqueue", { Parameters: [] }),
    ["error format Actions[9].Parameters"],
  ],
  [
    "an action without transitions",
    changed("bye", { Transitions: undefined }),
    ["error format Actions[11].Transitions"],
  ],
  [
    "an identifier twice",
    { ...sampleFlow, Actions: [...sampleFlow.Actions, sampleFlow.Actions[11]] },
    ["error identifier Actions[12].Identifier"],
  ],
  [
    "an action without a type",
    changed("quiet", { Type: "" }),
    ["error action-type Actions[0].Type"],
  ],
  [
    "a misprint of AWS's own reference",
    flowOf({ Type: "UnTagContact" }),
    ["error action-type Actions[0].Type"],
  ],
  [
    "a type in the wrong case",
    changed("quiet", { Type: "updateFlowLoggingBehavior" }),
    ["error action-type Actions[0].Type"],
  ],
  [
    "a type that nobody knows yet",
    flowOf({ Type: "SingASong" }),
    ["warning action-type Actions[0].Type"],
  ],
  [
    "a number that is no text",
    withParameters("ask", { InvocationTimeLimitSeconds: 4 }),
    ["error not-a-string Actions[1].Parameters.InvocationTimeLimitSeconds"],
  ],
  [
    "a null",
    withParameters("ask", { LambdaInvocationAttributes: { step: null } }),
    ["error not-a-string Actions[1].Parameters.LambdaInvocationAttributes.step"],
  ],
  [
    "an empty attribute",
    withParameters("keep", { Attributes: { reason: "" } }),
    ["error empty-value Actions[3].Parameters.Attributes.reason"],
  ],
  [
    "an empty operand",
    withTransitions("where", { Conditions: [condition("Equals", [""])] }),
    [
      "error empty-value Actions[6].Transitions.Conditions[0].Condition.Operands[0]",
      "warning unreachable Actions[7]",
      "warning unreachable Actions[8]",
      "warning unreachable Actions[9]",
    ],
  ],
  [
    "a namespace as a value",
    withParameters("sorry", { Text: "Hello $.External." }),
    ["error reference Actions[10].Parameters.Text"],
  ],
  [
    "9 s of waiting for a function",
    withParameters("ask", { InvocationTimeLimitSeconds: "9" }),
    ["error parameter Actions[1].Parameters.InvocationTimeLimitSeconds"],
  ],
  [
    "0 s of waiting for a function",
    withParameters("ask", { InvocationTimeLimitSeconds: "0" }),
    ["error parameter Actions[1].Parameters.InvocationTimeLimitSeconds"],
  ],
  [
    "60 s for a function that is not waited for",
    withParameters("ask", { InvocationTimeLimitSeconds: "60", InvocationType: "ASYNCHRONOUS" }),
    [],
  ],
  [
    "no function",
    withParameters("ask", { LambdaFunctionARN: undefined }),
    ["error parameter Actions[1].Parameters.LambdaFunctionARN"],
  ],
  [
    "two prompts",
    withParameters("sorry", { SSML: "<speak/>" }),
    ["error parameter Actions[10].Parameters"],
  ],
  [
    "no prompt",
    withParameters("sorry", { Text: undefined }),
    ["error parameter Actions[10].Parameters"],
  ],
  [
    "a comparison of a literal",
    withParameters("where", { ComparisonValue: "pstn" }),
    ["error parameter Actions[6].Parameters.ComparisonValue"],
  ],
  [
    "a comparison of a namespace",
    withParameters("where", { ComparisonValue: "$.External" }),
    ["error reference Actions[6].Parameters.ComparisonValue"],
  ],
  [
    "the time limit's name of the Administrator Guide",
    withParameters("dial", {
      ThirdPartyConnectionTimeLimitSeconds: undefined,
      ThirdPartyConnectionTimeoutSeconds: "30",
    }),
    [
      "error parameter Actions[7].Parameters.ThirdPartyConnectionTimeLimitSeconds",
      "error parameter Actions[7].Parameters.ThirdPartyConnectionTimeoutSeconds",
    ],
  ],
  [
    "a transfer that does not say whether it comes back",
    withParameters("dial", { ContinueFlowExecution: undefined }),
    ["error parameter Actions[7].Parameters.ContinueFlowExecution"],
  ],
  [
    "a transfer that never comes back, with branches for how it went",
    withParameters("dial", { ContinueFlowExecution: "False" }),
    [
      "error error-branch Actions[7].Transitions.Errors[0].ErrorType",
      "error error-branch Actions[7].Transitions.Errors[1].ErrorType",
    ],
  ],
  [
    "a number that is not E.164",
    withParameters("dial", { ThirdPartyPhoneNumber: "2045550111" }),
    ["error parameter Actions[7].Parameters.ThirdPartyPhoneNumber"],
  ],
  [
    "a caller ID that is not E.164",
    withParameters("dial", { CallerId: { Number: "anonymous" } }),
    ["error parameter Actions[7].Parameters.CallerId.Number"],
  ],
  [
    "letters as keys to send",
    withParameters("dial", { ThirdPartyDTMFDigits: "1A" }),
    ["error parameter Actions[7].Parameters.ThirdPartyDTMFDigits"],
  ],
  [
    "a number and a Voice Connector",
    withParameters("dial", {
      VoiceConnector: {
        VoiceConnectorType: "CallTransferConnector",
        VoiceConnectorArn: "arn:vc",
        FromUser: "a",
        ToUser: "b",
      },
    }),
    ["error parameter Actions[7].Parameters"],
  ],
  [
    "half a Voice Connector",
    withParameters("dial", {
      ThirdPartyPhoneNumber: undefined,
      VoiceConnector: { VoiceConnectorType: "CallTransferConnector", VoiceConnectorArn: "arn:vc" },
    }),
    [
      "error parameter Actions[7].Parameters.VoiceConnector.FromUser",
      "error parameter Actions[7].Parameters.VoiceConnector.ToUser",
    ],
  ],
  [
    "a queue and an agent",
    withParameters("queue", { AgentId: "arn:agent" }),
    ["error parameter Actions[8].Parameters"],
  ],
  [
    "two hooks",
    withParameters("whisper", { EventHooks: { AgentWhisper: "a", CustomerQueue: "b" } }),
    ["error parameter Actions[4].Parameters.EventHooks"],
  ],
  [
    "a hook that nobody knows",
    withParameters("whisper", { EventHooks: { AgentShout: "a" } }),
    ["error parameter Actions[4].Parameters.EventHooks"],
  ],
  [
    "stored digits with a branch for the time limit",
    withParameters("anybody", {
      StoreInput: "True",
      InputValidation: { CustomValidation: { MaximumLength: "4" } },
    }),
    [
      "error error-branch Actions[5].Transitions.Errors[0].ErrorType",
      "error error-branch Actions[5].Transitions.Errors[1].ErrorType",
    ],
  ],
  [
    "stored digits without a validation",
    withParameters("anybody", { StoreInput: "True" }),
    [
      "error parameter Actions[5].Parameters.InputValidation",
      "error error-branch Actions[5].Transitions.Errors[0].ErrorType",
      "error error-branch Actions[5].Transitions.Errors[1].ErrorType",
    ],
  ],
  [
    "a key of two digits",
    withTransitions("anybody", {
      Conditions: [
        condition("Equals", ["12"]),
        { ...condition("Equals", ["1"]), NextAction: "where" },
      ],
    }),
    ["error condition Actions[5].Transitions.Conditions[0].Condition.Operands[0]"],
  ],
  [
    "two operands",
    withTransitions("where", { Conditions: [condition("Equals", ["pstn", "queue"])] }),
    [
      "error condition Actions[6].Transitions.Conditions[0].Condition.Operands",
      "warning unreachable Actions[7]",
      "warning unreachable Actions[8]",
      "warning unreachable Actions[9]",
    ],
  ],
  [
    "an operator that does not exist",
    withTransitions("keep", { Conditions: [condition("Exists", ["a"])] }),
    ["error condition Actions[3].Transitions.Conditions"],
  ],
  [
    "no branch for an error",
    withTransitions("ask", { Errors: [] }),
    ["error error-branch Actions[1].Transitions.Errors"],
  ],
  [
    "no branch for an error, as older exports",
    withTransitions("sorry", { Errors: [] }),
    ["warning error-branch Actions[10].Transitions.Errors"],
  ],
  [
    "an error branch twice",
    withTransitions("ask", { Errors: errors("NoMatchingError", "NoMatchingError") }),
    ["error error-branch Actions[1].Transitions.Errors[1].ErrorType"],
  ],
  [
    "a branch to nowhere",
    withTransitions("ask", { NextAction: "nowhere" }),
    [
      "error transition Actions[1].Transitions.NextAction",
      ...[2, 3, 4, 5, 6, 7, 8, 9].map((at) => `warning unreachable Actions[${at}]`),
    ],
  ],
  [
    "a condition and an error that lead nowhere",
    withTransitions("where", {
      Conditions: [
        { ...condition("Equals", ["pstn"]), NextAction: "dial" },
        { ...condition("Equals", ["queue"]), NextAction: "nowhere" },
        "queue",
      ],
      Errors: [{ ErrorType: "NoMatchingCondition", NextAction: "nowhere" }],
    }),
    [
      "error transition Actions[6].Transitions.Conditions[1].NextAction",
      "error transition Actions[6].Transitions.Conditions[2].NextAction",
      "error transition Actions[6].Transitions.Errors[0].NextAction",
      "error condition Actions[6].Transitions.Conditions[2].Condition.Operator",
      "error condition Actions[6].Transitions.Conditions[2].Condition.Operands",
      "warning unreachable Actions[8]",
      "warning unreachable Actions[9]",
    ],
  ],
  ["parameters left out where an action needs none", changed("bye", { Parameters: undefined }), []],
  [
    "an operand that is no text",
    withTransitions("where", {
      Conditions: [
        { ...condition("Equals", [1]), NextAction: "dial" },
        { ...condition("Equals", ["queue"]), NextAction: "queue" },
      ],
    }),
    ["error not-a-string Actions[6].Transitions.Conditions[0].Condition.Operands[0]"],
  ],
  ...["", 5, true].map((value): [string, unknown, string[]] => [
    `${JSON.stringify(value)} where one of two words is wanted, once,`,
    withParameters("dial", { ContinueFlowExecution: value }),
    [
      `error ${value === "" ? "empty-value" : "not-a-string"} Actions[7].Parameters.ContinueFlowExecution`,
    ],
  ]),
  ["an empty list of conditions", withTransitions("keep", { Conditions: [] }), []],
  [
    "a condition of an action of which little is known",
    flowOf({
      Type: "CheckVoiceId",
      Transitions: {
        NextAction: "bye",
        Conditions: [condition("KeyExists", ["a"]), condition("Exists", ["a"])],
      },
    }),
    ["error condition Actions[0].Transitions.Conditions[1].Condition.Operator"],
  ],
  [
    "an error branch without a type",
    withTransitions("ask", { Errors: [...errors("NoMatchingError"), { NextAction: "bye" }] }),
    ["error error-branch Actions[1].Transitions.Errors[1].ErrorType"],
  ],
  [
    "routing criteria in their own types",
    flowOf({
      Type: "UpdateContactRoutingCriteria",
      Parameters: { RoutingCriteria: { Steps: [{ Expiry: { DurationInSeconds: 30 } }] } },
    }),
    [],
  ],
  [
    "an action that does not say where it goes on",
    withTransitions("sorry", { NextAction: undefined }),
    ["error transition Actions[10].Transitions.NextAction"],
  ],
  [
    "a hang-up that goes on",
    withTransitions("bye", { NextAction: "sorry" }),
    ["error transition Actions[11].Transitions"],
  ],
  [
    "a loop without a way on",
    flowOf({
      Type: "Loop",
      Parameters: { LoopCount: "3" },
      Transitions: { Conditions: [condition("Equals", ["ContinueLooping"])] },
    }),
    ["error transition Actions[0].Transitions.NextAction"],
  ],
  [
    "a loop of 101 rounds",
    flowOf({ Type: "Loop", Parameters: { LoopCount: "101" } }),
    ["error parameter Actions[0].Parameters.LoopCount"],
  ],
  [
    "a metric without its other case",
    flowOf({ Type: "CheckMetricData", Parameters: { MetricType: "NumberOfAgentsAvailable" } }),
    ["error error-branch Actions[0].Transitions.Errors"],
  ],
  [
    "a callback number that is a literal",
    flowOf({
      Type: "UpdateContactCallbackNumber",
      Parameters: { CallbackNumber: "+12045550111" },
      Transitions: {
        NextAction: "bye",
        Errors: errors("InvalidCallbackNumber", "CallbackNumberNotDialable"),
      },
    }),
    ["error parameter Actions[0].Parameters.CallbackNumber"],
  ],
  [
    "a view's data in its own types",
    flowOf({ Type: "ShowView", Parameters: { ViewData: { rows: [1, true] } } }),
    [],
  ],
])("%s is found, with its place", (_, flow, problems) => {
  expect(found(flow)).toEqual(problems);
});

test.each<[string, FlowType, string[]]>([
  ["bye", "AGENT_WHISPER", ["error flow-type Actions[1].Type"]],
  ["bye", "CUSTOMER_HOLD", ["error flow-type Actions[1].Type"]],
  ["bye", "CUSTOMER_QUEUE", []],
  ["bye", "AGENT_TRANSFER", []],
])("an ending %s in a flow of type %s", (_, type, problems) => {
  expect(
    found(
      flowOf({
        Type: "UpdateFlowAttributes",
        Parameters: { FlowAttributes: {} },
        Transitions: { NextAction: "bye", Errors: errors("NoMatchingError") },
      }),
      type,
    ),
  ).toEqual(problems);
});

test.each<[FlowType, number]>([
  ["CONTACT_FLOW", 1],
  ["QUEUE_TRANSFER", 1],
  ["CUSTOMER_QUEUE", 0],
  ["OUTBOUND_WHISPER", 0],
])("EndFlowExecution in a flow of type %s: %d mistakes", (type, mistakes) => {
  const flow = {
    Version: "2019-10-30",
    StartAction: "end",
    Actions: [{ Identifier: "end", Type: "EndFlowExecution", Parameters: {}, Transitions: {} }],
  };
  expect(found(flow, type)).toHaveLength(mistakes);
});

test("the type that an export says of itself counts, unless another is told", () => {
  const end = { Identifier: "end", Type: "EndFlowExecution", Parameters: {}, Transitions: {} };
  const flow = { Version: "2019-10-30", StartAction: "end", Actions: [end] };
  expect(found({ ...flow, Metadata: { type: "contactFlow" } })).toHaveLength(1);
  expect(found({ ...flow, Metadata: { type: "outboundWhisper" } })).toEqual([]);
  expect(found({ ...flow, Metadata: { type: "contactFlow" } }, "AGENT_WHISPER")).toEqual([]);
  expect(found({ ...flow, Settings: {} })).toHaveLength(1);
});

test.each<[string, boolean]>([
  ["Play 2 seconds of silence", true],
  ["ü".repeat(50), true],
  ["x".repeat(51), false],
  ["a(b", false],
  ["a/b", false],
  ["50%", false],
  ["constructor", false],
  ["", false],
])("%j as an identifier: %s", (identifier, good) => {
  const end = {
    Identifier: identifier,
    Type: "DisconnectParticipant",
    Parameters: {},
    Transitions: {},
  };
  const flow = { Version: "2019-10-30", StartAction: identifier, Actions: [end] };
  expect(found(flow).some((problem) => problem.includes("identifier"))).toBe(!good);
});

/** Lists, each in the one before it. */
const nested = (levels: number): unknown => JSON.parse("[".repeat(levels) + "]".repeat(levels));
const circle: Json = { ...sampleFlow };
circle.Metadata = { circle };

test.each<[string, unknown]>([
  ["nested too deep", { ...sampleFlow, Metadata: nested(100_000) }],
  ["nested too deep in an action", withParameters("sorry", { Text: nested(100_000) })],
  ["in a circle", circle],
  ["of numbers that JSON has not", { ...sampleFlow, Metadata: 1n }],
])("what is %s is no flow", (_, flow) => {
  expect(found(flow)).toEqual(["error format flow"]);
});

const tooDeep = `error format Actions[0].Parameters.ViewData.a${"[0]".repeat(100)}`;

test.each<[number, string[]]>([
  [100, []],
  [101, [tooDeep]],
  [1000, [tooDeep]],
])("a view's data of %i lists in lists", (levels, problems) => {
  const flow = flowOf({ Type: "ShowView", Parameters: { ViewData: { a: nested(levels) } } });
  expect(found(flow)).toEqual(problems);
});

test("a flow may have 250 actions and 256,000 characters", () => {
  const chain = (length: number, text = "x") => ({
    Version: "2019-10-30",
    StartAction: "0",
    Actions: Array.from({ length }, (_, index) =>
      index === length - 1
        ? { Identifier: `${index}`, Type: "DisconnectParticipant", Parameters: {}, Transitions: {} }
        : {
            Identifier: `${index}`,
            Type: "MessageParticipant",
            Parameters: { Text: text },
            Transitions: {
              NextAction: `${index + 1}`,
              Errors: [{ ErrorType: "NoMatchingError", NextAction: `${index + 1}` }],
            },
          },
    ),
  });
  expect(found(chain(250))).toEqual([]);
  expect(found(chain(251))).toEqual(["error size flow"]);
  const others = JSON.stringify(chain(2, "")).length;
  expect(found(chain(2, "x".repeat(256_000 - others)))).toEqual([]);
  expect(found(chain(2, "x".repeat(256_001 - others)))).toEqual(["error size flow"]);
});

test("no message repeats a value", () => {
  const secret = "+15005550006-secret";
  const flow = withParameters("dial", {
    ThirdPartyPhoneNumber: secret,
    CallerId: { Number: secret },
  });
  expect(JSON.stringify(checkFlow(flow))).not.toContain(secret);
});

/** The sentences about a flow. */
function said(flow: unknown, type?: FlowType): string[] {
  return checkFlow(flow, type ? { type } : {}).map(({ message }) => message);
}

const end = { Identifier: "end", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} };
const flowThatEnds = { Version: "2019-10-30", StartAction: "end", Actions: [end] };

const sentences: [unknown, string][] = [
  ["{", "is not a flow: not a JSON object"],
  [{ modules: [] }, "is an older export of the designer: export it again, in the flow language"],
  [{}, "has no list of Actions"],
  [{ ...flowThatEnds, Version: 1 }, 'is not "2019-10-30"'],
  [{ ...flowThatEnds, StartAction: "x" }, "names no action of the flow"],
  [
    { ...flowThatEnds, Metadata: nested(100_000) },
    "cannot be written as JSON: nested too deep, or in a circle",
  ],
  [{ ...flowThatEnds, Metadata: "x".repeat(256_000) }, "has more than 256000 characters"],
  [{ ...flowThatEnds, Actions: Array(251).fill(end) }, "has more than 250 actions"],
  [flowOf({ Type: "ShowView", Parameters: { ViewData: nested(102) } }), "is nested too deep"],
  [
    { ...flowThatEnds, Actions: [end, { ...end, Identifier: "other" }] },
    "is never reached from StartAction",
  ],
  [changed("bye", { Transitions: [] }), "is not an object"],
  [changed("quiet", { Type: 5 }), "is missing"],
  [flowOf({ Type: "UnTagContact" }), "is not an action; its name is UntagContact"],
  [flowOf({ Type: "SingASong" }), "is not an action that this checker knows"],
  [
    withTransitions("ask", { Errors: [{ ErrorType: "NoMatchingError", NextAction: 5 }] }),
    "names no action of the flow",
  ],
  [withTransitions("sorry", { NextAction: undefined }), "is missing: the action ends no flow"],
  [withTransitions("bye", { NextAction: "sorry" }), "has to be empty: the action ends the flow"],
  [withParameters("sorry", { Text: "" }), "is empty: leave it out, or give it a value"],
  [withParameters("sorry", { Text: "$.External" }), "refers to a namespace, not to a value in it"],
  [
    withParameters("keep", { Attributes: { a: null } }),
    "is a null: in the flow language every value is a text",
  ],
  [
    withParameters("keep", { Attributes: { a: true } }),
    "is a boolean: in the flow language every value is a text",
  ],
  [withParameters("ask", { LambdaFunctionARN: undefined }), "is required"],
  [withParameters("ask", { Colour: "red" }), "is not a parameter of this action"],
  [
    withParameters("ask", { lambdafunctionarn: "x" }),
    "is not a parameter of this action; it is LambdaFunctionARN",
  ],
  [
    withParameters("dial", { ThirdPartyConnectionTimeoutSeconds: "30" }),
    "is not a parameter of this action; it is ThirdPartyConnectionTimeLimitSeconds",
  ],
  [withParameters("anybody", { TimeoutSeconds: "30" }), "is not a parameter of this action"],
  [
    flowOf({ Type: "Wait", Parameters: { TimeoutSeconds: "5" } }),
    "is not a parameter of this action; it is TimeLimitSeconds",
  ],
  [
    withParameters("anybody", { InputTimeoutSeconds: "5" }),
    "is not a parameter of this action; it is InputTimeLimitSeconds",
  ],
  [withTransitions("ask", { Errors: [] }), "has no branch for NoMatchingError"],
  [
    withTransitions("sorry", { Errors: [] }),
    "has no branch for NoMatchingError: the contact is lost when it fails",
  ],
  [
    withTransitions("ask", { Errors: errors("NoMatchingError", "NoMatchingError") }),
    "is that of a branch before",
  ],
  [
    withTransitions("ask", { Errors: [...errors("NoMatchingError"), { NextAction: "bye" }] }),
    "is missing",
  ],
  [withTransitions("ask", { Errors: errors("NoMatchingError", "") }), "is missing"],
  [
    withTransitions("ask", { Errors: errors("NoMatchingError", "CallFailed") }),
    "is not an error of this action, as it is set here",
  ],
  [
    withTransitions("keep", { Conditions: [condition("Equals", ["a"])] }),
    "are refused: the action has none",
  ],
];

test.each(sentences.map(([flow, sentence]) => [sentence, flow] as const))(
  "%s",
  (sentence, flow) => {
    expect(said(flow)).toContain(sentence);
  },
);

const compares = (operator: string, operands: unknown[]) =>
  withTransitions("where", { Conditions: [condition(operator, operands)] });

test.each<[unknown, string]>([
  [
    compares("Equals", [""]),
    "is empty: a flow cannot compare with nothing; answer a word such as none instead, and compare with that",
  ],
  [compares("Equals", [5]), "is not a text"],
  [compares("Equals", []), "has to hold exactly one text"],
  [compares("Equals", ["a", "b"]), "has to hold exactly one text"],
  [
    compares("Is", ["a"]),
    "is not Equals, TextStartsWith, TextEndsWith, TextContains, NumberGreaterThan, NumberGreaterOrEqualTo, NumberLessThan, NumberLessOrEqualTo",
  ],
])("of a condition of %j is said: %s", (flow, sentence) => {
  expect(said(flow).some((message) => message.startsWith(sentence))).toBe(true);
});

test.each([..."%:(\\/)=$,;[]{}"])("an identifier has no %s", (character) => {
  const flow = {
    ...flowThatEnds,
    StartAction: character,
    Actions: [{ ...end, Identifier: character }],
  };
  expect(said(flow)).toEqual(["has one of % : ( \\ / ) = $ , ; [ ] { }"]);
});

test.each([
  ...["__proto__", "constructor", "__defineGetter__", "__defineSetter__", "toString"],
  ...["hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "valueOf"],
])("an identifier is not called %s", (name) => {
  const flow = { ...flowThatEnds, StartAction: name, Actions: [{ ...end, Identifier: name }] };
  expect(said(flow)).toEqual(["is a reserved word"]);
});

test.each<[unknown, string]>([
  ["x".repeat(51), "has more than 50 characters"],
  ["", "is missing"],
  [5, "is missing"],
  [undefined, "is missing"],
])("of the identifier %j is said: %s", (Identifier, sentence) => {
  const flow = { ...flowThatEnds, Actions: [{ ...end, Identifier }] };
  expect(said(flow)).toContain(sentence);
});

test("of a second action of one name is said that it is that of the first", () => {
  expect(said({ ...flowThatEnds, Actions: [end, end] })).toEqual(["is that of an action before"]);
});

test("of an action that a flow's type refuses is said what to do", () => {
  const [sentence, ...others] = said(flowThatEnds, "AGENT_WHISPER");
  expect(sentence).toMatch(/^is refused in a flow of type AGENT_WHISPER: \S+/);
  expect(others).toEqual([]);
});

const whisperAndHold = [
  ...["CUSTOMER_WHISPER", "AGENT_WHISPER", "OUTBOUND_WHISPER", "CUSTOMER_HOLD", "AGENT_HOLD"],
];
const parts = [...whisperAndHold, "CUSTOMER_QUEUE"];
const forInbound = "is for inbound and transfer flows";

/** What a flow of a type has no room for, and what is said of it there. */
test.each<[string, readonly string[], string]>([
  ["DisconnectParticipant", whisperAndHold, "ends with EndFlowExecution"],
  ["TransferToFlow", whisperAndHold, "cannot go to another flow"],
  ["TransferContactToQueue", parts, forInbound],
  ["TransferParticipantToThirdParty", parts, forInbound],
  ["UpdateContactTargetQueue", parts, forInbound],
])("%s is refused in flows of the types %j", (Type, types, instead) => {
  const refused = flowTypes.map((type) => {
    const problems = checkFlow(flowOf({ Type }), { type });
    return problems.find(({ rule, action }) => rule === "flow-type" && action === "it")?.message;
  });
  expect(refused).toEqual(
    flowTypes.map((type) =>
      types.includes(type) ? `is refused in a flow of type ${type}: ${instead}` : undefined,
    ),
  );
});
