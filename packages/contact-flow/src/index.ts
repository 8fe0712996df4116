export { type ActionType, actionTypes } from "./actions/action-rules-by-type.ts";
export { type CompareOptions, compare } from "./actions/compare.ts";
export { disconnectParticipant } from "./actions/disconnect-participant.ts";
export { endFlowExecution } from "./actions/end-flow-execution.ts";
export {
  type GetParticipantInputOptions,
  getParticipantInput,
  type PhoneKey,
} from "./actions/get-participant-input.ts";
export {
  type InvokeLambdaFunctionOptions,
  invokeLambdaFunction,
} from "./actions/invoke-lambda-function.ts";
export {
  type MessageParticipantOptions,
  messageParticipant,
} from "./actions/message-participant.ts";
export {
  type TransferContactToQueueOptions,
  transferContactToQueue,
} from "./actions/transfer-contact-to-queue.ts";
export {
  type TransferParticipantToThirdPartyOptions,
  transferParticipantToThirdParty,
} from "./actions/transfer-participant-to-third-party.ts";
export {
  type UpdateContactAttributesOptions,
  updateContactAttributes,
} from "./actions/update-contact-attributes.ts";
export {
  type EventHook,
  type UpdateContactEventHooksOptions,
  updateContactEventHooks,
} from "./actions/update-contact-event-hooks.ts";
export {
  type UpdateContactTargetQueueOptions,
  updateContactTargetQueue,
} from "./actions/update-contact-target-queue.ts";
export {
  type UpdateContactTextToSpeechVoiceOptions,
  updateContactTextToSpeechVoice,
} from "./actions/update-contact-text-to-speech-voice.ts";
export {
  type UpdateFlowLoggingBehaviorOptions,
  updateFlowLoggingBehavior,
} from "./actions/update-flow-logging-behavior.ts";
export { type FlatAnswer, flatAnswer, maxAnswerBytes, nothing } from "./answer/flat-answer.ts";
export { type ContactFlowOptions, contactFlow } from "./build/contact-flow.ts";
export { type CheckFlowOptions, checkFlow } from "./check/check-flow.ts";
export { type FlowProblem, type FlowRule, flowRules } from "./check/flow-problem.ts";
export {
  AnswerTooLargeError,
  ContactFlowError,
  type ContactFlowErrorCode,
  contactFlowErrorCodes,
  EventFormatError,
  InvalidFlowError,
  isContactFlowError,
} from "./errors.ts";
export type {
  AudioStream,
  ContactFlowEvent,
  ContactQueue,
  Endpoint,
  Reference,
} from "./events/event.ts";
export { readEvent } from "./events/read-event.ts";
export {
  type ConditionOperator,
  conditionOperators,
  type Flow,
  type FlowAction,
  type FlowCondition,
  type FlowErrorBranch,
  type FlowTransitions,
  type FlowType,
  flowLanguageVersion,
  flowTypes,
  type UnnamedAction,
} from "./flow/flow.ts";
export { interpolate, isReference, stepsOf } from "./flow/json-path.ts";
export type { PromptOptions } from "./rules/prompt.ts";
