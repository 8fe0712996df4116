import { isReference } from "../flow/json-path.ts";
import {
  type ActionRules,
  noErrors,
  noMatchingErrorOnly,
  optional,
  partsOfAContact,
  required,
} from "../rules/action-rules.ts";
import {
  list,
  object,
  oneOf,
  orReference,
  reference,
  text,
  wholeNumber,
} from "../rules/value-rules.ts";

/** An action of which this package knows that it exists, and where it may go. */
const known: ActionRules = {
  parameters: undefined,
  errors: undefined,
  conditions: "any",
  goesOn: "always",
};

/** Actions that this package checks and has no builder for. */
export const otherActions = {
  CheckHoursOfOperation: {
    parameters: { HoursOfOperationId: optional(text) },
    errors: noMatchingErrorOnly,
    conditions: { operators: ["Equals"], operand: oneOf("True", "False") },
    goesOn: "always",
  },
  CheckMetricData: {
    ...known,
    errors: () => ({ required: ["NoMatchingCondition"], allowed: ["NoMatchingError"] }),
  },
  CompleteOutboundCall: {
    ...known,
    conditions: "no",
    refusedIn: { types: ["CONTACT_FLOW"], instead: "is for an outbound whisper flow" },
  },
  ConnectParticipantWithLexBot: {
    ...known,
    errors: () => ({
      required: ["NoMatchingCondition", "NoMatchingError"],
      allowed: ["InputTimeLimitExceeded"],
    }),
    conditions: { operators: ["Equals"], operand: text },
  },
  CreateCallbackContact: {
    parameters: {
      InitialCallDelaySeconds: required(orReference(wholeNumber(1, 259_200))),
      MaximumConnectionAttempts: required(text),
      RetryDelaySeconds: required(text),
      QueueId: optional(text),
      AgentId: optional(text),
      CallerId: optional(object),
      ContactFlowId: optional(text),
    },
    errors: noMatchingErrorOnly,
    conditions: "no",
    goesOn: "always",
  },
  CreateTask: { ...known, conditions: "no" },
  DequeueContactAndTransferToQueue: {
    parameters: { QueueId: optional(text), AgentId: optional(text) },
    errors: () => ({ required: ["QueueAtCapacity", "NoMatchingError"] }),
    conditions: "no",
    goesOn: "maybe",
  },
  EndFlowModuleExecution: {
    parameters: { Result: optional(text), ResultData: optional(object) },
    errors: noErrors,
    conditions: "no",
    goesOn: "never",
  },
  InvokeFlowModule: {
    parameters: { FlowModuleId: required(text), Input: optional(object) },
    errors: () => ({ required: ["NoMatchingError"], allowed: ["NoMatchingCondition"] }),
    conditions: "any",
    goesOn: "always",
  },
  Loop: {
    parameters: { LoopCount: required(orReference(wholeNumber(0, 100))) },
    errors: noErrors,
    conditions: { operators: ["Equals"], operand: oneOf("ContinueLooping", "DoneLooping") },
    goesOn: "always",
  },
  MessageParticipantIteratively: {
    parameters: { Messages: required(list), InterruptFrequencySeconds: optional(text) },
    errors: () => ({ required: [], allowed: ["NoMatchingError"] }),
    conditions: { operators: ["Equals"], operand: oneOf("MessagesInterrupted") },
    goesOn: "maybe",
  },
  TransferContactToAgent: { ...known, goesOn: "maybe" },
  TransferToFlow: {
    parameters: { ContactFlowId: required(text) },
    errors: noMatchingErrorOnly,
    conditions: "no",
    goesOn: "maybe",
    refusedIn: {
      types: partsOfAContact.filter((type) => type !== "CUSTOMER_QUEUE"),
      instead: "cannot go to another flow",
    },
  },
  UpdateContactCallbackNumber: {
    parameters: { CallbackNumber: required(reference) },
    errors: () => ({
      required: ["InvalidCallbackNumber", "CallbackNumberNotDialable"],
      allowed: ["NoMatchingError"],
    }),
    conditions: "no",
    goesOn: "always",
  },
  UpdateFlowAttributes: {
    parameters: { FlowAttributes: required(object) },
    errors: noMatchingErrorOnly,
    conditions: "no",
    goesOn: "always",
  },
  Wait: {
    parameters: {
      TimeLimitSeconds: optional((value) =>
        typeof value === "string" && (isReference(value) || /^\d+$/.test(value))
          ? undefined
          : "is not a number of seconds",
      ),
      Events: optional(list),
      ContinueExecution: optional(text),
      MinimumWaitTimeSeconds: optional(text),
    },
    errors: () => ({ required: [], usual: ["NoMatchingError"], allowed: ["ParticipantNotFound"] }),
    conditions: "any",
    goesOn: "always",
  },
  AssociateContactToCustomerProfile: known,
  AuthenticateParticipant: known,
  CheckOutboundCallStatus: known,
  CheckVoiceId: known,
  CreateCase: known,
  CreateCustomerProfile: known,
  CreatePersistentContactAssociation: known,
  CreateWisdomSession: known,
  DistributeByPercentage: known,
  GetCalculatedAttributesForCustomerProfile: known,
  GetCase: known,
  GetCustomerProfile: known,
  GetCustomerProfileObject: known,
  GetMetricData: known,
  LoadContactContent: known,
  ResumeContact: known,
  ShowView: known,
  StartOutboundChatContact: known,
  StartVoiceIdStream: known,
  TagContact: known,
  UntagContact: known,
  UpdateCase: known,
  UpdateContactData: known,
  UpdateContactMediaProcessing: known,
  UpdateContactMediaStreamingBehavior: known,
  UpdateContactRecordingAndAnalyticsBehavior: known,
  UpdateContactRecordingBehavior: known,
  UpdateContactRoutingBehavior: known,
  UpdateContactRoutingCriteria: known,
  UpdateCustomerProfile: known,
  UpdatePreviousContactParticipantState: known,
} as const satisfies Readonly<Record<string, ActionRules>>;
