import * as v from "valibot";
import { EmulatorConfigError } from "../errors.ts";
import type { Observation, TestAction, TestCase } from "./test-case.ts";

const operators = [
  "Equals",
  "TextStartsWith",
  "TextEndsWith",
  "TextContains",
  "NumberGreaterThan",
  "NumberGreaterOrEqualTo",
  "NumberLessThan",
  "NumberLessOrEqualTo",
  "Exists",
] as const;

const eventFields = { Identifier: v.string(), Actor: v.literal("System") };

const message = v.pipe(
  v.strictObject({
    Text: v.optional(v.string()),
    SSML: v.optional(v.string()),
    PromptId: v.optional(v.string()),
    MatchingCriteria: v.optional(v.strictObject({ Type: v.picklist(["Similarity", "Inclusion"]) })),
  }),
  v.check(
    ({ Text, SSML, PromptId }) => [Text, SSML, PromptId].filter(Boolean).length === 1,
    "has to have one of Text, SSML, PromptId",
  ),
);

const event = v.variant("Type", [
  v.object({ ...eventFields, Type: v.literal("TestInitiated") }),
  v.object({ ...eventFields, Type: v.literal("TestCompleted") }),
  v.object({ ...eventFields, Type: v.literal("MessageReceived"), Properties: message }),
  v.object({
    ...eventFields,
    Type: v.literal("FlowActionStarted"),
    Properties: v.object({
      ActionType: v.string(),
      ActionParameters: v.optional(v.record(v.string(), v.unknown())),
    }),
  }),
]);

const strategy = v.variant("Type", [
  v.object({
    Type: v.literal("MockResponse"),
    Response: v.object({
      Type: v.literal("ExecutionResult"),
      ExecutionResult: v.object({
        Value: v.string("has to be a text that holds JSON: the API refuses an object"),
      }),
    }),
  }),
  v.object({ Type: v.literal("SubstituteResource"), SubstituteArn: v.string() }),
]);

const actionFields = {
  Identifier: v.string(),
  Transitions: v.optional(v.object({ NextAction: v.optional(v.string()) })),
};

const action = v.variant("Type", [
  v.object({
    ...actionFields,
    Type: v.literal("SendInstruction"),
    Parameters: v.object({
      ActionType: v.literal("SendInstruction"),
      Actor: v.literal("Customer"),
      Instruction: v.object({
        Type: v.literal("DtmfInput", "is not emulated; only DtmfInput is"),
        Properties: v.object({ Value: v.union([v.number(), v.string()]) }),
      }),
    }),
  }),
  v.object({
    ...actionFields,
    Type: v.literal("Assert"),
    Parameters: v.strictObject({
      Namespace: v.string(),
      Operator: v.picklist(operators),
      Operand: v.optional(v.string(), ""),
    }),
  }),
  v.object({
    ...actionFields,
    Type: v.literal("OverrideSystemBehavior"),
    Parameters: v.object({
      ActionType: v.literal("OverrideSystemBehavior"),
      Behavior: v.object({
        Type: v.literal("FlowAction"),
        Properties: v.object({
          ActionType: v.picklist(
            ["InvokeLambdaFunction", "CheckHoursOfOperation"],
            "is not emulated; InvokeLambdaFunction and CheckHoursOfOperation are",
          ),
          ActionParameters: v.record(v.string(), v.unknown()),
          Strategy: strategy,
        }),
      }),
    }),
  }),
  v.object({
    ...actionFields,
    Type: v.literal("TestControl"),
    Parameters: v.object({
      ActionType: v.literal("TestControl"),
      Command: v.object({ Type: v.string() }),
    }),
  }),
]);

const testCase = v.object({
  Version: v.literal("2019-10-30", 'is not "2019-10-30": the API takes no other'),
  Metadata: v.optional(v.looseObject({})),
  Observations: v.pipe(
    v.array(
      v.object({
        Identifier: v.string(),
        Event: event,
        Actions: v.array(action),
        Usage: v.optional(v.undefined("has to be left out: the API refuses it as AWS prints it")),
        Transitions: v.optional(
          v.object({ NextObservations: v.optional(v.array(v.string()), []) }),
        ),
      }),
    ),
    v.minLength(1, "is empty"),
  ),
});

/**
 * Reads a test case of AWS's Testing language.
 * @throws {EmulatorConfigError} with every mistake that the API would refuse, or that is not emulated
 */
export function readTestCase(name: string, content: string): TestCase {
  const parsed = v.safeParse(testCase, jsonOf(name, content));
  if (!parsed.success) {
    const mistakes = parsed.issues.map((issue) => ({
      place: v.getDotPath(issue) ?? "",
      problem: issue.message,
    }));
    throw new EmulatorConfigError(`The test case ${name}`, mistakes);
  }
  const observations = parsed.output.Observations.map(observationOf);
  checkTransitions(name, observations);
  return { observations };
}

function jsonOf(name: string, content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (cause) {
    throw new EmulatorConfigError(
      `The test case ${name}`,
      [{ place: "", problem: "is not JSON" }],
      {
        cause,
      },
    );
  }
}

type RawObservation = v.InferOutput<typeof testCase>["Observations"][number];

function observationOf({ Identifier, Event, Actions, Transitions }: RawObservation): Observation {
  return {
    identifier: Identifier,
    event: Event,
    actions: Actions.map(actionOf),
    next: Transitions?.NextObservations ?? [],
  };
}

function actionOf(raw: RawObservation["Actions"][number]): TestAction {
  switch (raw.Type) {
    case "SendInstruction":
      return { Type: raw.Type, digits: String(raw.Parameters.Instruction.Properties.Value) };
    case "Assert":
      return { Type: raw.Type, ...raw.Parameters };
    case "TestControl":
      return { Type: raw.Type, end: raw.Parameters.Command.Type === "EndTest" };
    case "OverrideSystemBehavior": {
      const { ActionType, ActionParameters, Strategy } = raw.Parameters.Behavior.Properties;
      const strategy =
        Strategy.Type === "MockResponse"
          ? ({ type: "mock", value: Strategy.Response.ExecutionResult.Value } as const)
          : ({ type: "substitute", arn: Strategy.SubstituteArn } as const);
      return { Type: raw.Type, ActionType, ActionParameters, strategy };
    }
  }
}

function checkTransitions(name: string, observations: readonly Observation[]): void {
  const known = new Set(observations.map(({ identifier }) => identifier));
  const mistakes = observations.flatMap(({ next }, index) =>
    next
      .filter((identifier) => !known.has(identifier))
      .map(() => ({
        place: `Observations.${index}.Transitions.NextObservations`,
        problem: "names no observation",
      })),
  );
  if (mistakes.length > 0) throw new EmulatorConfigError(`The test case ${name}`, mistakes);
}
