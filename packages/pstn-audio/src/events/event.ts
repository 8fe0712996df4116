/** Every event type of the service (guide, "PSTN Audio: invoking an AWS Lambda function"). */
export const eventTypes = [
  "NEW_INBOUND_CALL",
  "NEW_OUTBOUND_CALL",
  "RINGING",
  "CALL_ANSWERED",
  "ACTION_SUCCESSFUL",
  "ACTION_FAILED",
  "ACTION_INTERRUPTED",
  "CALL_UPDATE_REQUESTED",
  "DIGITS_RECEIVED",
  "INVALID_LAMBDA_RESPONSE",
  "HANGUP",
] as const;
export type EventType = (typeof eventTypes)[number];

export type LegTag = "LEG-A" | "LEG-B";

/** One leg of a call as an event shows it. */
export interface Leg {
  readonly callId: string;
  readonly tag: LegTag;
  readonly direction: "inbound" | "outbound";
  /** E.164, or "SMA"; empty where the event does not say. */
  readonly to: string;
  /** E.164, or "SMA"; empty where the event does not say. */
  readonly from: string;
  /** `unknown` where the event does not say: such a leg may well be connected. */
  readonly status: "connected" | "disconnected" | "unknown";
  /** Epoch milliseconds. */
  readonly startedAt?: number;
  /** As received: letter case kept. Look a header up with `sipHeader`. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The action, hang-up or request that an event is about, as the service put it. */
export interface ActionData {
  readonly type: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** ReceivedDigits: what was dialled. Absent where nothing was. */
  readonly receivedDigits?: string;
}

export interface ServiceError {
  /** A name such as `CallNotAnswered`; `UnknownError` where the service has none for it. */
  readonly type: string;
  readonly message: string;
}

/** An invocation of an SMA Lambda, read tolerantly and typed. */
export interface PstnAudioEvent {
  readonly type: EventType;
  /** 1 on the first invocation of a call; grows by one with each. */
  readonly sequence: number;
  readonly transactionId: string;
  /** TransactionAttributes: what the Lambda last asked the service to keep for this call. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly awsAccountId?: string;
  readonly awsRegion?: string;
  readonly sipMediaApplicationId?: string;
  /** Absent on outbound calls. */
  readonly sipRuleId?: string;
  readonly legs: readonly Leg[];
  readonly action?: ActionData;
  readonly error?: ServiceError;
}
