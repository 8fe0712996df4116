import { checkFlow, flowRules } from "@skill-call/contact-flow";
import { ensure, type Target } from "./target.ts";

const flow = {
  Version: "2019-10-30",
  StartAction: "ask",
  Metadata: { type: "contactFlow", name: "x" },
  Actions: [
    {
      Identifier: "ask",
      Type: "InvokeLambdaFunction",
      Parameters: {
        LambdaFunctionARN: "arn:aws:lambda:us-east-1:123456789012:function:route",
        InvocationTimeLimitSeconds: "4",
        ResponseValidation: { ResponseType: "STRING_MAP" },
        LambdaInvocationAttributes: { step: "route" },
      },
      Transitions: {
        NextAction: "where",
        Errors: [{ NextAction: "bye", ErrorType: "NoMatchingError" }],
      },
    },
    {
      Identifier: "where",
      Type: "Compare",
      Parameters: { ComparisonValue: "$.External.route" },
      Transitions: {
        NextAction: "bye",
        Conditions: [
          { NextAction: "dial", Condition: { Operator: "Equals", Operands: ["pstn"] } },
          { NextAction: "say", Condition: { Operator: "NumberGreaterThan", Operands: ["1"] } },
        ],
        Errors: [{ NextAction: "bye", ErrorType: "NoMatchingCondition" }],
      },
    },
    {
      Identifier: "dial",
      Type: "TransferParticipantToThirdParty",
      Parameters: {
        ThirdPartyPhoneNumber: "$.External.number",
        ThirdPartyConnectionTimeLimitSeconds: "30",
        ContinueFlowExecution: "True",
        CallerId: { Number: "+16075550111" },
      },
      Transitions: {
        NextAction: "bye",
        Errors: [
          { NextAction: "say", ErrorType: "CallFailed" },
          { NextAction: "say", ErrorType: "ConnectionTimeLimitExceeded" },
          { NextAction: "say", ErrorType: "NoMatchingError" },
        ],
      },
    },
    {
      Identifier: "say",
      Type: "MessageParticipant",
      Parameters: { SSML: "<speak>Nobody is <break time='1s'/> free</speak>" },
      Transitions: {
        NextAction: "bye",
        Errors: [{ NextAction: "bye", ErrorType: "NoMatchingError" }],
      },
    },
    { Identifier: "bye", Type: "DisconnectParticipant", Parameters: {}, Transitions: {} },
  ],
};

export const contactFlow: Target = {
  is: "contact flows, as they are exported",
  form: "json",
  samples: [JSON.stringify(flow), JSON.stringify({ modules: [], start: "x" })],
  words: [
    ...["Compare", "GetParticipantInput", "UpdateContactAttributes", "MessageParticipant", "Loop"],
    ...["DisconnectParticipant", "UpdateContactTargetQueue", "TransferContactToQueue", "Wait"],
    ...["$.External.route", "$.Attributes.x", "$['a']", "$.", "ask", "bye", "NoMatchingError"],
    ...["Identifier", "Type", "Parameters", "Transitions", "NextAction", "Errors", "Conditions"],
    ...["customerQueue", "queueTransfer", "whisper", "MODULE", "Settings", "<speak>", "</speak>"],
  ],
  feed(input) {
    for (const flow of [input, JSON.parse(input) as unknown]) {
      for (const { rule, severity, place, message } of checkFlow(flow)) {
        ensure(flowRules.includes(rule), "a problem breaks a rule that there is");
        ensure(["error", "warning"].includes(severity), "a problem is an error or a warning");
        ensure(place !== "" && message !== "", "a problem says where and what");
      }
    }
  },
};
