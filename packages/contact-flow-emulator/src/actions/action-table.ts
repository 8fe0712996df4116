import { type ActionType, actionTypes } from "@skill-call/contact-flow";
import type { EmulatedAction, RunAction } from "../flow/action.ts";
import { failed, next } from "../flow/outcome.ts";
import { say } from "../flow/say.ts";
import { getParticipantInput } from "./get-participant-input.ts";
import { invokeLambdaFunction } from "./invoke-lambda-function.ts";
import { messageParticipantIteratively } from "./message-participant-iteratively.ts";
import {
  checkHoursOfOperation,
  checkMetricData,
  compare,
  disconnectParticipant,
  distributeByPercentage,
  endFlowExecution,
  endFlowModuleExecution,
  invokeFlowModule,
  loop,
  transferContactToQueue,
  transferToFlow,
  updateContactAttributes,
  updateContactEventHooks,
  updateContactTargetQueue,
  updateContactTextToSpeechVoice,
  updateFlowAttributes,
  updateFlowLoggingBehavior,
} from "./simple-actions.ts";
import { transferParticipantToThirdParty } from "./transfer-participant-to-third-party.ts";

const asConnect = "";

function emulated(run: RunAction, differs = asConnect): EmulatedAction {
  return { emulated: "yes", differs, run };
}

function noted(differs: string): EmulatedAction {
  return { emulated: "noted", differs, run: () => next };
}

const notEmulated: EmulatedAction = {
  emulated: "no",
  differs: "",
  run: () => failed("the action is not emulated"),
};

const table: Readonly<Partial<Record<ActionType, EmulatedAction>>> = {
  CheckHoursOfOperation: emulated(
    checkHoursOfOperation,
    "open or closed as the configuration says, whatever the time",
  ),
  CheckMetricData: emulated(
    checkMetricData,
    "agents and contacts of the configured queues; what is not counted is 0",
  ),
  Compare: emulated(compare),
  DisconnectParticipant: emulated(disconnectParticipant),
  DistributeByPercentage: emulated(distributeByPercentage),
  EndFlowExecution: emulated(endFlowExecution),
  EndFlowModuleExecution: emulated(endFlowModuleExecution, "`ResultData` is not handed on"),
  GetParticipantInput: emulated(
    getParticipantInput,
    "the prompt takes no time; digits are not encrypted; a phone number is not validated",
  ),
  InvokeFlowModule: emulated(invokeFlowModule, "`Input` is not handed on"),
  InvokeLambdaFunction: emulated(
    invokeLambdaFunction,
    "an asynchronous invocation is waited for, and its answer let go",
  ),
  Loop: emulated(loop),
  MessageParticipant: emulated(say, "takes no time"),
  MessageParticipantIteratively: emulated(
    messageParticipantIteratively,
    "says everything once in 20 s",
  ),
  TransferContactToQueue: emulated(transferContactToQueue),
  TransferParticipantToThirdParty: emulated(
    transferParticipantToThirdParty,
    "a Voice Connector is not emulated and fails with CallFailed; digits are not sent",
  ),
  TransferToFlow: emulated(transferToFlow),
  UpdateContactAttributes: emulated(updateContactAttributes, "of the current contact only"),
  UpdateContactEventHooks: emulated(
    updateContactEventHooks,
    "AgentWhisper, CustomerWhisper and CustomerQueue are run; other hooks are kept and never run",
  ),
  UpdateContactTargetQueue: emulated(
    updateContactTargetQueue,
    "an agent's own queue is not emulated",
  ),
  UpdateContactTextToSpeechVoice: emulated(updateContactTextToSpeechVoice, "any name is a voice"),
  UpdateFlowAttributes: emulated(updateFlowAttributes),
  UpdateFlowLoggingBehavior: emulated(updateFlowLoggingBehavior),
  TagContact: noted("tags are not kept"),
  UntagContact: noted("tags are not kept"),
  UpdateContactData: noted("the contact stays as it is"),
  UpdateContactMediaStreamingBehavior: noted("nothing is streamed"),
  UpdateContactRecordingAndAnalyticsBehavior: noted("nothing is recorded"),
  UpdateContactRecordingBehavior: noted("nothing is recorded"),
  UpdateContactRoutingBehavior: noted("contacts are served in the order in which they came"),
  UpdateContactRoutingCriteria: noted("any agent of the queue may serve"),
  UpdatePreviousContactParticipantState: noted("there is no previous participant"),
};

/** How an action is emulated. */
export function actionTable(type: string): EmulatedAction {
  return Object.hasOwn(table, type) ? (table[type as ActionType] ?? notEmulated) : notEmulated;
}

/** Every action that is known, with how it is emulated: the documentation's table. */
export const emulatedActions: readonly (readonly [ActionType, EmulatedAction])[] = [...actionTypes]
  .sort()
  .map((type) => [type, actionTable(type)] as const);
