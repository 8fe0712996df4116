/** A contact centre behind an Amazon Chime SDK Voice Connector (SIP trunk). */
export interface VoiceConnectorDestination {
  readonly type: "voice-connector";
  /** ARN of a Voice Connector or of a Voice Connector group. */
  readonly arn: string;
  /** User part of the Request-URI. */
  readonly uri: string;
  /** How long it may ring, 1–120 s. */
  readonly timeoutSeconds?: number;
}

/** A phone number, E.164. */
export interface PhoneNumberDestination {
  readonly type: "pstn";
  readonly number: string;
}

/** A back-end service that picks the phone number which serves this caller best. */
export interface PickedNumberDestination {
  readonly type: "pstn";
  /** URL that the context is posted to. */
  readonly destinationService: string;
}

/** A meeting, made for this call. */
export interface MeetingDestination {
  readonly type: "meeting";
  /** AWS Region that hosts the media, such as `us-east-1`. */
  readonly mediaRegion: string;
}

export type Destination =
  | VoiceConnectorDestination
  | PhoneNumberDestination
  | PickedNumberDestination
  | MeetingDestination;

/** What a rule may ask about, besides a team's own fields (`context.<field>`). */
export const baseFields = [
  "reason",
  "locale",
  "callStarter",
  "skillId",
  "accountIdVerified",
] as const;
export type ConditionField = (typeof baseFields)[number] | `context.${string}`;

/** Holds when the context's field has one of the values. */
export interface Condition {
  readonly field: ConditionField;
  readonly anyOf: readonly (string | boolean)[];
}

export interface Rule {
  /** All must hold. */
  readonly when: readonly Condition[];
  /** Tried in order. */
  readonly to: readonly Destination[];
}

/** Where calls go. The first rule that matches counts; `otherwise` takes the rest, and every call without a context. */
export interface Routes {
  readonly rules: readonly Rule[];
  readonly otherwise: readonly Destination[];
}
