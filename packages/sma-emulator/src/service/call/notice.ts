import type { EventType, ServiceError } from "@skill-call/pstn-audio";
import type { IntentResult } from "../bots/bots.ts";
import type { Leg } from "./leg.ts";
import type { PlannedAction } from "./planned-action.ts";

/** ActionData of an event, in the shape of the wire. */
export interface ActionData {
  readonly Type: string;
  readonly Parameters: Readonly<Record<string, unknown>>;
  readonly ReceivedDigits?: string;
  readonly RecordingDestination?: RecordingFile;
  readonly RecordingTerminatorUsed?: string;
  readonly IntentResult?: IntentResult;
  readonly ErrorType?: string;
  readonly ErrorMessage?: string;
}

/** Where RecordAudio put its file. */
export interface RecordingFile {
  readonly Type: string;
  readonly BucketName: string;
  readonly Key: string;
}

/** Something the Lambda is to be told; becomes an event when its turn comes. */
export interface Notice {
  readonly type: EventType;
  readonly actionData?: ActionData;
  /** INVALID_LAMBDA_RESPONSE carries it beside CallDetails. */
  readonly error?: ServiceError;
  /** Of an action that failed when it ran, in our words: for the call's story, no event carries it. */
  readonly why?: string;
}

/** An action and the leg it was for, where it found one. */
export interface ActionOnLeg {
  readonly action: PlannedAction;
  readonly callId?: string;
}

/** What an action brought in, such as the digits that were pressed. */
export type ActionResult = Pick<
  ActionData,
  "ReceivedDigits" | "RecordingDestination" | "RecordingTerminatorUsed" | "IntentResult"
>;

export function actionSucceeded(ran: ActionOnLeg, result: ActionResult): Notice {
  return { type: "ACTION_SUCCESSFUL", actionData: { ...echo(ran), ...result } };
}

export interface ActionFailure {
  readonly error: ServiceError;
  readonly why?: string | undefined;
}

export function actionFailed(ran: ActionOnLeg, { error, why }: ActionFailure): Notice {
  const words = { ErrorType: error.type, ErrorMessage: error.message };
  const notice = { type: "ACTION_FAILED", actionData: { ...echo(ran), ...words } } as const;
  return why === undefined ? notice : { ...notice, why };
}

export function actionInterrupted(ran: ActionOnLeg): Notice {
  return { type: "ACTION_INTERRUPTED", actionData: echo(ran) };
}

export function digitsReceived(ran: ActionOnLeg, digits: string): Notice {
  return { type: "DIGITS_RECEIVED", actionData: { ...echo(ran), ReceivedDigits: digits } };
}

export function hungUp({ callId, tag }: Leg, sipResponseCode: number): Notice {
  const Parameters = {
    SipResponseCode: sipResponseCode,
    CallId: callId,
    ParticipantTag: tag,
  };
  return { type: "HANGUP", actionData: { Type: "Hangup", Parameters } };
}

export type CallArguments = Readonly<Record<string, string>>;

/** Without arguments the event has no ActionData at all. */
export function outboundCallCreated(callArguments: CallArguments | undefined): Notice {
  const type = "NEW_OUTBOUND_CALL";
  if (!callArguments) return { type };
  return {
    type,
    actionData: { Type: "CallCreateRequest", Parameters: { Arguments: callArguments } },
  };
}

export function updateRequested(callArguments: CallArguments): Notice {
  return {
    type: "CALL_UPDATE_REQUESTED",
    actionData: { Type: "CallUpdateRequest", Parameters: { Arguments: callArguments } },
  };
}

/** The action as the Lambda gave it; only CallAndBridge gets its leg added (guide, "CallAndBridge"). */
function echo({ action, callId }: ActionOnLeg): ActionData {
  const Parameters =
    action.type === "CallAndBridge" && callId !== undefined
      ? { ...action.parameters, CallId: callId }
      : action.parameters;
  return { Type: action.type, Parameters };
}
