/** A phone number or another address; Connect calls it an endpoint. */
export interface Endpoint {
  /** E.164 where `type` is `TELEPHONE_NUMBER`. */
  readonly address: string;
  readonly type?: string;
}

export interface ContactQueue {
  readonly arn?: string;
  readonly name?: string;
  readonly outboundCallerId?: Endpoint;
}

/** Where the caller's audio is streamed to, once the flow has started it. */
export interface AudioStream {
  readonly streamArn: string;
  readonly startFragmentNumber?: string;
  /** Milliseconds since 1970, as the text that Connect sends. */
  readonly startTimestamp?: string;
}

export interface Reference {
  /** `URL`, `STRING`, …; Connect writes it in upper and in lower case, here it is upper. */
  readonly type?: string;
  readonly value: string;
}

/** What a flow's "AWS Lambda function" block hands to its function. Absent fields are absent, never null or empty. */
export interface ContactFlowEvent {
  /** This segment of the contact. */
  readonly contactId: string;
  /** The first segment: the same over transfers, and what EventBridge's events name. */
  readonly initialContactId: string;
  readonly previousContactId?: string;
  readonly relatedContactId?: string;
  /** `VOICE`, `CHAT`, `TASK`, `EMAIL`; open, because Connect adds some. */
  readonly channel: string;
  /** `API` for what StartOutboundVoiceContact and StartTaskContact make; open, because Connect adds some. */
  readonly initiationMethod?: string;
  readonly customerEndpoint?: Endpoint;
  readonly systemEndpoint?: Endpoint;
  readonly queue?: ContactQueue;
  readonly audio?: AudioStream;
  readonly instanceArn?: string;
  readonly awsRegion?: string;
  readonly languageCode?: string;
  readonly customerId?: string;
  readonly name?: string;
  readonly description?: string;
  /** Contact attributes. They are kept for 24 months with the contact. */
  readonly attributes: Readonly<Record<string, string>>;
  /** What the block passes: `LambdaInvocationAttributes`. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly references: Readonly<Record<string, Reference>>;
  /** `connect:Subtype` and the like, those that are texts. */
  readonly segmentAttributes: Readonly<Record<string, string>>;
}
