/** How a contact centre's own software needs the User-to-User header written. */
export interface UserToUserForm {
  /** Protocol discriminator (ITU-T Q.931): an octet in front of the content, where the receiver wants one. */
  readonly discriminator?: "00" | "04";
  readonly encoding: "hex";
  /** Whether `;encoding=hex` stands behind the content (RFC 7433). */
  readonly parameter: boolean;
  readonly purpose?: "isdn-uui";
}

/** Which phone numbers a destination service may answer: what it picks is dialled on the account's bill. */
export interface AllowedNumbers {
  /** ISO 3166-1 alpha-2, such as `US`. Absent: the country of the caller ID. */
  readonly countries?: readonly string[];
  /** Absent: fixed and mobile. */
  readonly types?: readonly NumberType[];
}

/** Kinds of phone numbers, as numbering plans tell them apart. */
export const numberTypes = [
  "fixed",
  "mobile",
  "toll-free",
  "shared-cost",
  "premium-rate",
  "voip",
] as const;
export type NumberType = (typeof numberTypes)[number];

/** How a destination service authenticates a request: a signature of AWS, or a header whose value is kept as a secret. */
export type ServiceAuth = "sigv4" | { readonly headerFromSecret: string };

/** A phone number. */
interface PhoneNumber {
  /** As it is written in the document; `dialledNumber` makes E.164 of it. */
  readonly number: string;
}

/** A back-end service that picks the phone number which serves this caller best. */
interface PickedNumber {
  /** URL that the context is posted to. */
  readonly destinationService: string;
  readonly allow?: AllowedNumbers;
  readonly auth?: ServiceAuth;
}

interface Destinations {
  /** A contact centre behind an Amazon Chime SDK Voice Connector (SIP trunk). */
  readonly "voice-connector": {
    /** ARN of a Voice Connector or of a Voice Connector group. */
    readonly arn: string;
    /** User part of the Request-URI. */
    readonly uri: string;
    /** How long it may ring, 1–120 s. */
    readonly timeoutSeconds?: number;
    readonly userToUser?: UserToUserForm;
  };
  readonly pstn: PhoneNumber | PickedNumber;
  /** A meeting, made for this call. */
  readonly meeting: {
    /** AWS Region that hosts the media, such as `us-east-1`. */
    readonly mediaRegion: string;
  };
  /** A queue of Amazon Connect. */
  readonly queue: {
    readonly arn: string;
  };
}

export const destinationTypes = ["voice-connector", "pstn", "meeting", "queue"] as const;
export type DestinationType = (typeof destinationTypes)[number];

/** One destination of the ROUTES document; `DestinationOf<"queue">` is one of its types. */
export type DestinationOf<Type extends DestinationType> = {
  [T in Type]: { readonly type: T } & Destinations[T];
}[Type];

export type Destination = DestinationOf<DestinationType>;

/** A destination whose number a back-end service picks. */
export type DestinationService = Extract<Destination, PickedNumber>;
