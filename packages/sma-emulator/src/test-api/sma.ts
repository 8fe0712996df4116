/** An event as the Lambda gets it. */
export interface SmaEvent {
  readonly SchemaVersion: string;
  /** From 1, without a gap. */
  readonly Sequence: number;
  readonly InvocationEventType: string;
  readonly ActionData?: {
    readonly Type: string;
    readonly Parameters: Readonly<Record<string, unknown>>;
    readonly ReceivedDigits?: string;
    readonly ErrorType?: string;
    readonly ErrorMessage?: string;
    readonly [more: string]: unknown;
  };
  readonly CallDetails: {
    readonly TransactionId: string;
    readonly TransactionAttributes?: Readonly<Record<string, string>>;
    readonly AwsAccountId: string;
    readonly AwsRegion: string;
    readonly SipRuleId?: string;
    readonly SipMediaApplicationId: string;
    readonly Participants: readonly {
      readonly CallId: string;
      readonly ParticipantTag: string;
      /** E.164. */
      readonly To: string;
      readonly From: string;
      readonly Direction: string;
      readonly StartTimeInMilliseconds: string;
      readonly Status?: string;
      readonly SipHeaders?: Readonly<Record<string, string>>;
    }[];
  };
  readonly ErrorType?: string;
  readonly ErrorMessage?: string;
  readonly [more: string]: unknown;
}

/** A handler in this process: async, or with a callback. */
// biome-ignore lint/suspicious/noExplicitAny: whatever a developer's handler says that it takes and answers
export type SmaHandler = (event: any, context: any, callback: any) => unknown;

/** A Lambda in a process of its own. */
export interface SmaLambda {
  /** JavaScript, TypeScript or Python; or the folder that the handler's name starts from. */
  readonly file: string;
  /** `handler` without it; `index.handler`, `src/app.main`. */
  readonly handler?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** 3 without it. */
  readonly timeoutSeconds?: number;
}

/** What a Lex bot comes to in a conversation. */
export interface SmaBot {
  readonly intent: string;
  /** What was said for each slot; null for one that was not filled. */
  readonly slots?: Readonly<Record<string, string | null>>;
  readonly state?:
    | "Failed"
    | "Fulfilled"
    | "FulfillmentInProgress"
    | "InProgress"
    | "ReadyForFulfillment";
  readonly sessionAttributes?: Readonly<Record<string, string>>;
}

export interface SmaOptions {
  /** A handler in this process. One of `handler`, `lambda` and `config` has to be there. */
  readonly handler?: SmaHandler;
  readonly lambda?: SmaLambda;
  /** Path of an `emulator.json`: its numbers, rules, applications, functions, tables and bots. */
  readonly config?: string;
  /**
   * `virtual`, without it, for a handler in this process: waiting costs no time. Else `real`: processes and servers have
   * no other.
   */
  readonly time?: "virtual" | "real";
  /** The account's numbers, E.164; the first leads to the Lambda. `+16073331111` without it. */
  readonly numbers?: readonly string[];
  /** What a bot makes of what the caller says; without it every conversation ends in `FallbackIntent`. */
  readonly bot?: (said: string) => SmaBot;
  /** A folder in place of S3, so that an audio file that is missing fails; any file lasts 3 s without it. */
  readonly s3?: string;
  /** Sends events as the guide prints them where real ones differ. */
  readonly variations?: readonly string[];
  /** Writes each event to this folder, as a fixture. */
  readonly record?: string;
  /** When virtual time starts; 23 November 2026, 09:00 UTC, without it. */
  readonly startsAt?: Date;
}

export interface CallOptions {
  /** Number of the caller; +12045551111 without it. */
  readonly from?: string | undefined;
  /** The number called; the first of the account without it. */
  readonly to?: string | undefined;
  /** SIP headers of the INVITE. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export interface CreateCallOptions {
  /** Who is called; +12045551111 without it. */
  readonly to?: string | undefined;
  /** One of the account's numbers; the first without it. */
  readonly from?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Reach the Lambda with NEW_OUTBOUND_CALL. */
  readonly arguments?: Readonly<Record<string, string>> | undefined;
  /** The only one, or the first, without it. */
  readonly sipMediaApplicationId?: string | undefined;
}

export interface AnswerOptions {
  /** How long it rings; no time without it. */
  readonly afterMs?: number | undefined;
  /** After the answer; without it the callee waits for the other side to hang up. */
  readonly hangsUpAfterMs?: number | undefined;
}

/** Somebody who is called: what they do counts for the calls to come. */
export interface SmaCallee {
  answers(options?: AnswerOptions): void;
  busy(): void;
  declines(): void;
  doesNotAnswer(): void;
  /** The number cannot be reached at all. */
  outOfReach(): void;
  /** Ends the call that they are on. */
  hangUp(): Promise<void>;
  /** Presses keys in the call that they are on. */
  press(digits: string): Promise<void>;
}

export interface HeardOptions {
  /** Who hears it: the caller without it. */
  readonly by?: "caller" | "callee" | "contact-centre" | undefined;
  /** How long it is waited for, ms: five minutes of virtual time, or ten seconds of real time, without it. */
  readonly withinMs?: number | undefined;
}

/** A call, inbound or outbound. */
export interface SmaCall {
  readonly transactionId: string;
  /** Every event that the Lambda got, once, however often it was delivered. */
  readonly events: readonly SmaEvent[];
  /** What the Lambda answered, in the same order; failed invocations have none. */
  readonly answers: readonly unknown[];
  /** What was said and played, to whom. */
  readonly sounds: readonly Sound[];
  /** What the service has against the answers, and why actions failed, in words. */
  readonly problems: readonly string[];
  /** What the service lets pass although the guide says otherwise, in words. */
  readonly warnings: readonly string[];
  readonly state: "ringing" | "answered" | "over";
  /** Final SIP status of a call that was refused. */
  readonly refusedWith: number | undefined;
  /**
   * Waits until somebody hears a text, or the name of an audio file: one that comes after what the last `heard` found.
   * @throws {SmaTestError} `sma-test.not-heard`, with what was heard instead
   */
  heard(what: string | RegExp, options?: HeardOptions): Promise<void>;
  /**
   * Waits until the Lambda has got an event of this type that was not waited for before.
   * @throws {SmaTestError} `sma-test.not-told`
   */
  told(eventType: string, options?: Pick<HeardOptions, "withinMs">): Promise<SmaEvent>;
  /** The caller presses keys. */
  press(digits: string): Promise<void>;
  /** The caller says something: the bot that talks with them hears it. */
  say(text: string): Promise<void>;
  /** The caller hangs up. */
  hangUp(): Promise<void>;
  /**
   * Waits until every leg is down and the Lambda knows.
   * @throws {SmaTestError} `sma-test.not-over`, with the legs that are up
   */
  over(options?: Pick<HeardOptions, "withinMs">): Promise<void>;
}

/** Something that a leg heard. */
export interface Sound {
  readonly to: string;
  /** The text, without its SSML tags; of a file `<BucketName>/<Key>`. */
  readonly what: string;
}

/** A SIP media application under test. */
export interface Sma {
  /** The first number of the account. */
  readonly number: string;
  /** For the AWS SDK of a handler in this process: `Object.assign(process.env, sma.environment)`. */
  readonly environment: Readonly<Record<string, string>>;
  /** Every call so far, also those that a Lambda started by the API. */
  readonly calls: readonly SmaCall[];
  /** Places a call. */
  call(options?: CallOptions): Promise<SmaCall>;
  /** CreateSipMediaApplicationCall: rings a phone. */
  createCall(options?: CreateCallOptions): Promise<SmaCall>;
  /** Everybody who is called, at whatever number or Voice Connector. */
  readonly callee: SmaCallee;
  /** Who is called at one number. */
  phone(number: string): SmaCallee;
  /**
   * What shall befall the events to come: `[EVENT:]kind[xTIMES]` with the kinds `duplicate`, `answer-lost`,
   * `not-invoked` and `delay=MS`.
   * @example sma.fault("NEW_INBOUND_CALL:answer-lostx1")
   */
  fault(fault: string): void;
  clearFaults(): void;
  /** Lets time pass. */
  elapse(ms: number): Promise<void>;
  /** Hangs up every call and ends everything. */
  close(): Promise<void>;
}
