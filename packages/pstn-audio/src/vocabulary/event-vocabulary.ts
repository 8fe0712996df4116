import type { EventType } from "../events/event.ts";

/** What an event is and what becomes of the answer to it. */
export interface EventEntry {
  readonly when: string;
  /** Whether the service runs the answer's action list. */
  readonly runsActions: "always" | "never" | "while another leg lives";
  /** Whether the service refuses an answer without actions. */
  readonly needsActions: boolean;
}

/** Every event type of the service (guide, "Learn about the telephony events that invoke AWS Lambda functions"). */
export const eventVocabulary: Readonly<Record<EventType, EventEntry>> = {
  NEW_INBOUND_CALL: {
    when: "A call reaches a SIP rule. No action for 30 s ends it.",
    runsActions: "always",
    needsActions: true,
  },
  NEW_OUTBOUND_CALL: {
    when: "CreateSipMediaApplicationCall was called.",
    runsActions: "never",
    needsActions: false,
  },
  RINGING: { when: "A leg rings.", runsActions: "never", needsActions: false },
  CALL_ANSWERED: {
    when: "An outbound call was answered; not sent for a bridged leg.",
    runsActions: "always",
    needsActions: false,
  },
  ACTION_SUCCESSFUL: {
    when: "The last action of the list ended.",
    runsActions: "always",
    needsActions: false,
  },
  ACTION_FAILED: { when: "An action failed.", runsActions: "always", needsActions: false },
  ACTION_INTERRUPTED: {
    when: "UpdateSipMediaApplicationCall interrupted PlayAudio, RecordAudio or Pause.",
    runsActions: "never",
    needsActions: false,
  },
  CALL_UPDATE_REQUESTED: {
    when: "UpdateSipMediaApplicationCall was called.",
    runsActions: "always",
    needsActions: false,
  },
  DIGITS_RECEIVED: {
    when: "Digits were dialled after ReceiveDigits.",
    runsActions: "always",
    needsActions: false,
  },
  INVALID_LAMBDA_RESPONSE: {
    when: "The last answer was invalid.",
    runsActions: "always",
    needsActions: false,
  },
  HANGUP: {
    when: "A leg hung up. The other legs stay up, and are billed, until the Lambda hangs them up.",
    runsActions: "while another leg lives",
    needsActions: false,
  },
};
