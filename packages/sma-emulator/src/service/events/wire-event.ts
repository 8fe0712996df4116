import type { ActionData } from "../call/notice.ts";

/** An event exactly as the service sends it to the Lambda. */
export interface WireEvent {
  readonly SchemaVersion: "1.0";
  readonly Sequence: number;
  readonly InvocationEventType: string;
  readonly ActionData?: ActionData;
  readonly CallDetails: WireCallDetails;
  readonly ErrorType?: string;
  readonly ErrorMessage?: string;
}

export interface WireCallDetails {
  readonly TransactionId: string;
  readonly TransactionAttributes?: Readonly<Record<string, string>>;
  readonly AwsAccountId: string;
  readonly AwsRegion: string;
  /** Absent on outbound calls. */
  readonly SipRuleId?: string;
  readonly SipMediaApplicationId: string;
  readonly Participants: readonly WireParticipant[];
}

export interface WireParticipant {
  readonly CallId: string;
  readonly ParticipantTag: string;
  readonly To: string;
  readonly From: string;
  readonly Direction: "Inbound" | "Outbound";
  /** Epoch milliseconds: 13 digits. */
  readonly StartTimeInMilliseconds: string;
  /** Absent until the leg is connected. */
  readonly Status?: "Connected" | "Disconnected";
  /** Absent when there are none. */
  readonly SipHeaders?: Readonly<Record<string, string>>;
}
