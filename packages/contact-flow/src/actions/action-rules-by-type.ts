import type { ActionRules } from "../rules/action-rules.ts";
import { compareRules } from "./compare.ts";
import { disconnectParticipantRules } from "./disconnect-participant.ts";
import { endFlowExecutionRules } from "./end-flow-execution.ts";
import { getParticipantInputRules } from "./get-participant-input.ts";
import { invokeLambdaFunctionRules } from "./invoke-lambda-function.ts";
import { messageParticipantRules } from "./message-participant.ts";
import { otherActions } from "./other-actions.ts";
import { transferContactToQueueRules } from "./transfer-contact-to-queue.ts";
import { transferParticipantToThirdPartyRules } from "./transfer-participant-to-third-party.ts";
import { updateContactAttributesRules } from "./update-contact-attributes.ts";
import { updateContactEventHooksRules } from "./update-contact-event-hooks.ts";
import { updateContactTargetQueueRules } from "./update-contact-target-queue.ts";
import { updateContactTextToSpeechVoiceRules } from "./update-contact-text-to-speech-voice.ts";
import { updateFlowLoggingBehaviorRules } from "./update-flow-logging-behavior.ts";

const actionRules = {
  ...otherActions,
  Compare: compareRules,
  DisconnectParticipant: disconnectParticipantRules,
  EndFlowExecution: endFlowExecutionRules,
  GetParticipantInput: getParticipantInputRules,
  InvokeLambdaFunction: invokeLambdaFunctionRules,
  MessageParticipant: messageParticipantRules,
  TransferContactToQueue: transferContactToQueueRules,
  TransferParticipantToThirdParty: transferParticipantToThirdPartyRules,
  UpdateContactAttributes: updateContactAttributesRules,
  UpdateContactEventHooks: updateContactEventHooksRules,
  UpdateContactTargetQueue: updateContactTargetQueueRules,
  UpdateContactTextToSpeechVoice: updateContactTextToSpeechVoiceRules,
  UpdateFlowLoggingBehavior: updateFlowLoggingBehaviorRules,
} as const satisfies Readonly<Record<string, ActionRules>>;

/** The types of action that this package knows. */
export type ActionType = keyof typeof actionRules;
export const actionTypes = Object.keys(actionRules) as readonly ActionType[];

/** Names that AWS's own reference prints and the live API refuses, and the right ones. */
const misprints: Readonly<Record<string, ActionType>> = {
  UnTagContact: "UntagContact",
  UpdateRoutingCriteria: "UpdateContactRoutingCriteria",
  PlayPrompt: "MessageParticipant",
  GetUserInput: "GetParticipantInput",
  TransferToQueue: "TransferContactToQueue",
  Disconnect: "DisconnectParticipant",
};

/** The rules of an action by its type; undefined for one that is not known here. */
export function rulesOf(type: string): ActionRules | undefined {
  return Object.hasOwn(actionRules, type) ? actionRules[type as ActionType] : undefined;
}

/** The type that was probably meant. */
export function meantType(type: string): ActionType | undefined {
  if (Object.hasOwn(misprints, type)) return misprints[type];
  return actionTypes.find((known) => known.toLowerCase() === type.toLowerCase());
}
