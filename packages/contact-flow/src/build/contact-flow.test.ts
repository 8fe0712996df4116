import { expect, test } from "@jest/globals";
import { compare } from "../actions/compare.ts";
import { disconnectParticipant } from "../actions/disconnect-participant.ts";
import { endFlowExecution } from "../actions/end-flow-execution.ts";
import { messageParticipant } from "../actions/message-participant.ts";
import { InvalidFlowError } from "../errors.ts";
import { contactFlow } from "./contact-flow.ts";

test("a flow is written as CreateContactFlow takes it", () => {
  const flow = contactFlow({
    type: "AGENT_WHISPER",
    start: "say",
    actions: {
      say: messageParticipant({ ssml: "<speak>Billing</speak>", next: "end", error: "end" }),
      end: endFlowExecution(),
    },
  });
  expect(flow).toEqual({
    Version: "2019-10-30",
    StartAction: "say",
    Metadata: {},
    Actions: [
      {
        Identifier: "say",
        Type: "MessageParticipant",
        Parameters: { SSML: "<speak>Billing</speak>" },
        Transitions: {
          NextAction: "end",
          Errors: [{ NextAction: "end", ErrorType: "NoMatchingError" }],
        },
      },
      { Identifier: "end", Type: "EndFlowExecution", Parameters: {}, Transitions: {} },
    ],
  });
});

test("a comparison's other case is its NextAction and its error branch", () => {
  const where = compare({
    value: "$.External.route",
    equals: { pstn: "dial" },
    cases: [{ operator: "TextStartsWith", operand: "q", next: "queue" }],
    otherwise: "sorry",
  });
  expect(where.Transitions).toEqual({
    NextAction: "sorry",
    Conditions: [
      { NextAction: "dial", Condition: { Operator: "Equals", Operands: ["pstn"] } },
      { NextAction: "queue", Condition: { Operator: "TextStartsWith", Operands: ["q"] } },
    ],
    Errors: [{ NextAction: "sorry", ErrorType: "NoMatchingCondition" }],
  });
});

test("a flow that Connect would refuse is not written; the error has every problem", () => {
  const build = () =>
    contactFlow({
      type: "CONTACT_FLOW",
      start: "say",
      actions: {
        say: messageParticipant({ text: "", next: "bye", error: "bye" }),
        bye: disconnectParticipant(),
        alone: disconnectParticipant(),
      },
    });
  expect(build).toThrow(InvalidFlowError);
  expect(build).toThrow(
    [
      "Amazon Connect would refuse the flow:",
      "- Actions[0].Parameters.Text: is empty: leave it out, or give it a value",
      "- Actions[2]: is never reached from StartAction",
    ].join("\n"),
  );
});

test("where an action goes on to what is not there, it does not compile", () => {
  const build = () =>
    contactFlow({
      type: "CONTACT_FLOW",
      start: "say",
      actions: {
        // @ts-expect-error There is no action "by".
        say: messageParticipant({ text: "Hello", next: "by", error: "bye" }),
        bye: disconnectParticipant(),
      },
    });
  expect(build).toThrow("names no action of the flow");
});
