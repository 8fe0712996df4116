import { type CallState, currentLegs } from "../call/call-state.ts";
import type { Leg } from "../call/leg.ts";
import type { Notice } from "../call/notice.ts";
import type { WireCallDetails, WireEvent, WireParticipant } from "./wire-event.ts";

/** What an event says of the account. */
export interface EventOrigin {
  readonly awsAccountId: string;
  readonly awsRegion: string;
  readonly sipMediaApplicationId: string;
}

/** Writes an event in the shape of real ones: the call as it is now, not as it was when the notice came up. */
export function writeEvent(state: CallState, notice: Notice, origin: EventOrigin): WireEvent {
  const { type, actionData, error } = notice;
  return {
    SchemaVersion: "1.0",
    Sequence: state.sequence,
    InvocationEventType: type,
    ...(actionData && { ActionData: actionData }),
    CallDetails: callDetails(state, origin, participants(state, notice)),
    ...(error && { ErrorType: error.type, ErrorMessage: error.message }),
  };
}

/** The legs there are, and the one that the event is about: a LEG-B that left may have a successor by now. */
function participants(state: CallState, { actionData }: Notice): readonly WireParticipant[] {
  const current = currentLegs(state);
  return state.legs
    .filter((leg) => current.includes(leg) || leg.callId === actionData?.Parameters.CallId)
    .map(participant);
}

function callDetails(
  state: CallState,
  origin: EventOrigin,
  Participants: readonly WireParticipant[],
): WireCallDetails {
  const { transactionId, sipRuleId, attributes } = state;
  return {
    TransactionId: transactionId,
    ...(Object.keys(attributes).length > 0 && { TransactionAttributes: attributes }),
    AwsAccountId: origin.awsAccountId,
    AwsRegion: origin.awsRegion,
    ...(sipRuleId !== undefined && { SipRuleId: sipRuleId }),
    SipMediaApplicationId: origin.sipMediaApplicationId,
    Participants,
  };
}

const statuses = {
  ringing: {},
  connected: { Status: "Connected" },
  disconnected: { Status: "Disconnected" },
} as const;

function participant(leg: Leg): WireParticipant {
  return {
    CallId: leg.callId,
    ParticipantTag: leg.tag,
    To: leg.to,
    From: leg.from,
    Direction: leg.direction,
    StartTimeInMilliseconds: String(leg.startedAt),
    ...statuses[leg.status],
    ...(Object.keys(leg.sipHeaders).length > 0 && { SipHeaders: leg.sipHeaders }),
  };
}
