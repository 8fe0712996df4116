import type { Handler, LambdaContext } from "../../src/handler.ts";
import { skillClientId } from "./sample-config.ts";

export interface WireAction {
  readonly Type: string;
  readonly Parameters: Readonly<Record<string, unknown>>;
}

interface WireAnswer {
  readonly Actions: readonly WireAction[];
  readonly TransactionAttributes?: Readonly<Record<string, string>>;
}

export type RawLeg = Record<string, unknown>;
export type RawEvent = Record<string, unknown>;

export interface LineOptions {
  readonly transactionId?: string;
  /** SipHeaders of LEG-A. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly direction?: "Inbound" | "Outbound";
  /** Where LEG-A calls from. */
  readonly from?: string;
  /** What the Lambda says is left of its time limit. */
  readonly remainingMs?: number;
  /** Ends an invocation's wait: a manual clock's `runUntil`. */
  readonly settle?: <T>(promise: Promise<T>) => Promise<T>;
}

/** The SIP headers of a skill call. */
export function skillCallHeaders(userToUser: string): Record<string, string> {
  return { "User-to-User": userToUser, "X-Alexa-LWA-ClientId": skillClientId };
}

/** One call as the service sees it: it counts, keeps the attributes, and invokes the handler. */
export class PhoneLine {
  readonly transactionId: string;
  readonly #handler: Handler;
  readonly #settle: <T>(promise: Promise<T>) => Promise<T>;
  readonly #legs: RawLeg[];
  readonly #context: LambdaContext | undefined;
  #sequence = 0;
  #attributes: Readonly<Record<string, string>> | undefined;
  /** The last event, to be delivered once more. */
  #last: RawEvent = {};
  #lastAnswer: WireAnswer | undefined;

  constructor(handler: Handler, options: LineOptions = {}) {
    const { transactionId = "46e6f593-1f1c-4808-9166-a141624cf145", headers } = options;
    this.transactionId = transactionId;
    this.#handler = handler;
    this.#settle = options.settle ?? ((promise) => promise);
    const { remainingMs } = options;
    if (remainingMs !== undefined) {
      this.#context = { getRemainingTimeInMillis: () => remainingMs };
    }
    this.#legs = [
      {
        CallId: "leg-a",
        ParticipantTag: "LEG-A",
        To: "+16073331111",
        From: options.from ?? "+12045551111",
        Direction: options.direction ?? "Inbound",
        StartTimeInMilliseconds: "1666234046768",
        ...(headers && { SipHeaders: headers }),
      },
    ];
  }

  get attributes(): Readonly<Record<string, string>> | undefined {
    return this.#attributes;
  }

  get lastAnswer(): WireAnswer | undefined {
    return this.#lastAnswer;
  }

  /** What the service does with attributes of an answer that it refused: it never had them. */
  loseAttributes(attributes?: Readonly<Record<string, string>>): void {
    this.#attributes = attributes;
  }

  incoming(): Promise<readonly WireAction[]> {
    return this.event("NEW_INBOUND_CALL");
  }

  /** CreateSipMediaApplicationCall. */
  outgoing(args: Readonly<Record<string, string>>): Promise<readonly WireAction[]> {
    return this.event("NEW_OUTBOUND_CALL", {
      ActionData: { Type: "CallCreateRequest", Parameters: { Arguments: args } },
    });
  }

  /** The action ended well; what it connected is up. */
  succeeded(type: string): Promise<readonly WireAction[]> {
    this.setStatus("LEG-A", "Connected");
    if (type === "CallAndBridge") this.addLegB();
    return this.event("ACTION_SUCCESSFUL", { ActionData: { Type: type, Parameters: {} } });
  }

  failed(type: string, errorType = "CallNotAnswered"): Promise<readonly WireAction[]> {
    return this.event("ACTION_FAILED", {
      ActionData: {
        Type: type,
        Parameters: {},
        ErrorType: errorType,
        ErrorMessage: "Call not answered",
      },
    });
  }

  hungUp(tag: "LEG-A" | "LEG-B", sipResponseCode = 0): Promise<readonly WireAction[]> {
    this.setStatus(tag, "Disconnected");
    const CallId = this.#leg(tag)?.CallId;
    return this.event("HANGUP", {
      ActionData: {
        Type: "Hangup",
        Parameters: { SipResponseCode: sipResponseCode, CallId, ParticipantTag: tag },
      },
    });
  }

  refusedAnswer(errorType = "SchemaVersionMismatch"): Promise<readonly WireAction[]> {
    return this.event("INVALID_LAMBDA_RESPONSE", { ErrorType: errorType, ErrorMessage: "Refused" });
  }

  setStatus(tag: string, status: "Connected" | "Disconnected"): void {
    const leg = this.#leg(tag);
    if (leg) leg.Status = status;
  }

  addLegB(callId = "leg-b"): void {
    this.#legs.push({
      CallId: callId,
      ParticipantTag: "LEG-B",
      To: "SMA",
      From: "+17035550122",
      Direction: "Outbound",
      StartTimeInMilliseconds: "1666234056768",
      Status: "Connected",
    });
  }

  #leg(tag: string): RawLeg | undefined {
    return this.#legs.findLast(({ ParticipantTag }) => ParticipantTag === tag);
  }

  async event(type: string, more: RawEvent = {}): Promise<readonly WireAction[]> {
    this.#sequence += 1;
    this.#last = {
      SchemaVersion: "1.0",
      Sequence: this.#sequence,
      InvocationEventType: type,
      ...more,
      CallDetails: {
        TransactionId: this.transactionId,
        ...(this.#attributes && { TransactionAttributes: this.#attributes }),
        AwsAccountId: "123456789012",
        AwsRegion: "us-east-1",
        SipMediaApplicationId: "d82f98e7-7557-4b6b-a690-3dcfcbf8ab2e",
        Participants: structuredClone(this.#legs),
      },
    };
    const answer = await this.invoke();
    this.#lastAnswer = answer;
    this.#attributes = answer.TransactionAttributes ?? this.#attributes;
    return answer.Actions;
  }

  /** Delivers the last event once more: the service repeats an invocation that failed. */
  redeliver(): Promise<WireAnswer> {
    return this.invoke();
  }

  private invoke(): Promise<WireAnswer> {
    const answering = this.#handler(structuredClone(this.#last), this.#context);
    return this.#settle(answering as Promise<WireAnswer>);
  }
}
