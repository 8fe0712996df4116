import { expect, test } from "@jest/globals";
import {
  compare,
  disconnectParticipant,
  getParticipantInput,
  invokeLambdaFunction,
  messageParticipant,
  transferContactToQueue,
  updateContactTargetQueue,
} from "@skill-call/contact-flow";
import { createManualClock } from "@skill-call/emulation/testing";
import { createScriptedCarrier, createScriptedPhones } from "@skill-call/phones";
import { flowOf, functionArn, instanceArn, queueArn } from "../../test/support.ts";
import { readTestCase } from "./read-test-case.ts";
import { runTestCase } from "./run-test-case.ts";

const flow = flowOf("ask", {
  ask: invokeLambdaFunction({ functionArn, timeLimitSeconds: 4, next: "menu", error: "sorry" }),
  menu: getParticipantInput({
    text: "This is $.External.company. Press 1 to be connected.",
    timeLimitSeconds: 5,
    keys: { "1": "queue" },
    otherwise: "sorry",
    error: "sorry",
  }),
  queue: updateContactTargetQueue({ queueId: queueArn, next: "where", error: "sorry" }),
  where: compare({ value: "$.External.route", equals: { queue: "enqueue" }, otherwise: "sorry" }),
  enqueue: transferContactToQueue({ atCapacity: "sorry", error: "sorry" }),
  sorry: messageParticipant({ text: "Nobody is there.", next: "bye", error: "bye" }),
  bye: disconnectParticipant(),
});

const event = (Type: string, Properties: unknown = {}) => ({
  Identifier: Type,
  Type,
  Actor: "System",
  Properties,
});
const observation = (
  Identifier: string,
  Event: unknown,
  more: { Actions?: unknown[]; next?: string[] } = {},
) => ({
  Identifier,
  Event,
  Actions: more.Actions ?? [],
  Transitions: { NextObservations: more.next ?? [] },
});
const action = (Type: string, Parameters: object) => ({
  Identifier: Type,
  Type,
  Parameters,
  Transitions: {},
});
const press = (Value: number | string) =>
  action("SendInstruction", {
    ActionType: "SendInstruction",
    Actor: "Customer",
    Instruction: { Type: "DtmfInput", Properties: { Value } },
  });
const endTest = action("TestControl", { ActionType: "TestControl", Command: { Type: "EndTest" } });
const mock = (value: unknown) =>
  action("OverrideSystemBehavior", {
    ActionType: "OverrideSystemBehavior",
    Behavior: {
      Type: "FlowAction",
      Properties: {
        ActionType: "InvokeLambdaFunction",
        ActionParameters: { LambdaFunctionARN: functionArn },
        Strategy: {
          Type: "MockResponse",
          Response: { Type: "ExecutionResult", ExecutionResult: { Value: JSON.stringify(value) } },
        },
      },
    },
  });
const assertion = (Namespace: string, Operator: string, Operand: string) =>
  action("Assert", { Namespace, Operator, Operand });

const mocked = { company: "Example Support", route: "queue" };
const start = (next: string) =>
  observation("start", event("TestInitiated"), { Actions: [mock(mocked)], next: [next] });
const greeting = (Text: string, Type: string) =>
  event("MessageReceived", { Text, MatchingCriteria: { Type } });

async function run(...observations: unknown[]) {
  const clock = createManualClock();
  const phones = createScriptedPhones(clock);
  const content = JSON.stringify({
    Version: "2019-10-30",
    Metadata: {},
    Observations: observations,
  });
  const running = runTestCase(readTestCase("case.json", content), {
    flowId: "main",
    connect: {
      instanceArn,
      clock,
      flows: [flow],
      queues: [{ arn: queueArn, name: "Billing" }],
      carrier: createScriptedCarrier({ phones: {}, otherwise: phones.outOfReach() }),
    },
  });
  await clock.elapse(6 * 60_000);
  return running;
}

test("a test case that goes the way of the flow passes", async () => {
  const transfer = event("FlowActionStarted", { ActionType: "TransferContactToQueue" });
  const result = await run(
    start("greeting"),
    observation("greeting", greeting("Press 1", "Inclusion"), {
      Actions: [press(1)],
      next: ["queued"],
    }),
    observation("queued", transfer, {
      Actions: [assertion("$.Queue.Name", "Equals", "Billing"), endTest],
    }),
  );
  expect(result).toEqual({ status: "PASSED", observed: ["start", "greeting", "queued"] });
});

test.each<[string, string, string, boolean]>([
  ["the words", "press 1 to be connected", "Inclusion", true],
  ["other words", "press 2", "Inclusion", false],
  ["the middle of a word", "ess 1", "Inclusion", false],
  [
    "nearly the same",
    "This is Example Support. Please press 1 to be connected.",
    "Similarity",
    true,
  ],
  ["something else", "Welcome to the clinic, please hold the line", "Similarity", false],
])("a message of %s", async (_, text, criteria, passes) => {
  const result = await run(start("heard"), observation("heard", greeting(text, criteria)));
  expect(result.status).toBe(passes ? "PASSED" : "FAILED");
});

test("nobody presses a key, and the contact ends before what was expected", async () => {
  const result = await run(
    start("sorry"),
    observation("sorry", greeting("Nobody is there.", "Similarity"), { next: ["queued"] }),
    observation("queued", event("FlowActionStarted", { ActionType: "TransferContactToQueue" })),
  );
  expect(result).toEqual({
    status: "FAILED",
    observed: ["start", "sorry"],
    why: "the contact was over before queued was observed",
  });
});

test("an assertion that does not hold fails the test, and says which", async () => {
  const result = await run(
    start("menu"),
    observation("menu", event("FlowActionStarted", { ActionType: "GetParticipantInput" }), {
      Actions: [assertion("$.External.route", "Equals", "pstn"), endTest],
    }),
  );
  expect(result.status).toBe("FAILED");
  expect(result.why).toBe("in menu, $.External.route is not as asserted");
});

test("an action is known by its parameters, too", async () => {
  const asked = (arn: string) =>
    event("FlowActionStarted", {
      ActionType: "InvokeLambdaFunction",
      ActionParameters: { LambdaFunctionARN: arn },
    });
  expect((await run(start("a"), observation("a", asked(functionArn)))).status).toBe("PASSED");
  expect((await run(start("a"), observation("a", asked("arn:other")))).status).toBe("FAILED");
});

test("a contact that waits in a queue with no agent fails after five minutes", async () => {
  const result = await run(
    start("greeting"),
    observation("greeting", greeting("Press 1", "Inclusion"), {
      Actions: [press("1")],
      next: ["never"],
    }),
    observation("never", greeting("You are connected.", "Similarity")),
  );
  expect(result.why).toBe("nothing more was observed within 5 minutes");
});

const whole = { Version: "2019-10-30", Observations: [observation("a", event("TestInitiated"))] };

test.each<[string, object, string]>([
  ["AWS's own version", { ...whole, Version: "2025-06-21" }, "Version"],
  [
    "Usage, as AWS prints it",
    { ...whole, Observations: [{ ...whole.Observations[0], Usage: { Type: "EXACTLY" } }] },
    "Observations.0.Usage",
  ],
  [
    "criteria beside the properties as text",
    {
      ...whole,
      Observations: [
        observation("a", event("MessageReceived", { Text: "x", MatchingCriteria: "Similarity" })),
      ],
    },
    "Observations.0.Event.Properties.MatchingCriteria",
  ],
  [
    "the console's word for inclusion",
    { ...whole, Observations: [observation("a", greeting("x", "Contains"))] },
    "Observations.0.Event.Properties.MatchingCriteria.Type",
  ],
  [
    "a mocked answer that is no text",
    {
      ...whole,
      Observations: [
        observation("a", event("TestInitiated"), {
          Actions: [
            JSON.parse(JSON.stringify(mock("x")).replace('"Value":"\\"x\\""', '"Value":{}')),
          ],
        }),
      ],
    },
    "Observations.0.Actions.0.Parameters.Behavior.Properties.Strategy.Response.ExecutionResult.Value",
  ],
  [
    "a transition to nowhere",
    { ...whole, Observations: [observation("a", event("TestInitiated"), { next: ["b"] })] },
    "Observations.0.Transitions.NextObservations",
  ],
  ["no observations", { ...whole, Observations: [] }, "Observations"],
])("a test case with %s is refused, with the place", (_, content, place) => {
  expect(() => readTestCase("case.json", JSON.stringify(content))).toThrow(
    expect.objectContaining({ mistakes: [expect.objectContaining({ place })] }),
  );
});
