/** As the PSTN Audio service sends it. */
export type WireEvent = Readonly<Record<string, unknown>>;

export interface RehearsedCallOptions {
  readonly transactionId: string;
  readonly direction: "Inbound" | "Outbound";
  /** SIP headers of the caller's leg. */
  readonly headers?: Readonly<Record<string, string>>;
  /** E.164, as `to`; without them numbers that nobody has. */
  readonly from?: string;
  readonly to?: string;
}

type Leg = Readonly<Record<string, unknown>>;

/** Reserved for fiction (NANP, 555-01xx): nobody has them. */
const caller = "+12065550100";
const dialIn = "+12065550199";

/** A call that nobody makes: its events, one after the other, as the service would send them. */
export class RehearsedCall {
  readonly #options: RehearsedCallOptions;
  #legs: Leg[];
  #sequence = 0;
  #attributes: unknown;

  constructor(options: RehearsedCallOptions) {
    this.#options = options;
    const { direction, headers, from = caller, to = dialIn } = options;
    this.#legs = [
      {
        CallId: "rehearsal-leg-a",
        ParticipantTag: "LEG-A",
        Direction: direction,
        From: from,
        To: to,
        StartTimeInMilliseconds: "1666234046768",
        ...(headers && { SipHeaders: headers }),
      },
    ];
  }

  /** What the service keeps of an answer, and sends with the events that follow. */
  keep(answer: unknown): void {
    const { TransactionAttributes } = (answer ?? {}) as { TransactionAttributes?: unknown };
    if (TransactionAttributes !== undefined) this.#attributes = TransactionAttributes;
  }

  /** Somebody picks up: the caller of a callback call, or who was called for them. */
  pickUp(tag: "LEG-A" | "LEG-B"): void {
    if (tag === "LEG-B") this.#legs.push({ ...legB });
    this.#set(tag, "Connected");
  }

  hangUp(tag: "LEG-A" | "LEG-B"): WireEvent {
    this.#set(tag, "Disconnected");
    const CallId = this.#legs.find(({ ParticipantTag }) => ParticipantTag === tag)?.CallId;
    const Parameters = { SipResponseCode: 0, CallId, ParticipantTag: tag };
    return this.event("HANGUP", { ActionData: { Type: "Hangup", Parameters } });
  }

  event(InvocationEventType: string, details: object = {}): WireEvent {
    this.#sequence += 1;
    return {
      SchemaVersion: "1.0",
      Sequence: this.#sequence,
      InvocationEventType,
      CallDetails: {
        TransactionId: this.#options.transactionId,
        AwsAccountId: "123456789012",
        AwsRegion: "us-east-1",
        SipMediaApplicationId: "00000000-0000-4000-8000-000000000000",
        ...(this.#attributes !== undefined && { TransactionAttributes: this.#attributes }),
        Participants: this.#legs.map((leg) => ({ ...leg })),
      },
      ...details,
    };
  }

  #set(tag: string, Status: string): void {
    this.#legs = this.#legs.map((leg) => (leg.ParticipantTag === tag ? { ...leg, Status } : leg));
  }
}

const legB: Leg = {
  CallId: "rehearsal-leg-b",
  ParticipantTag: "LEG-B",
  Direction: "Outbound",
  From: dialIn,
  To: caller,
  StartTimeInMilliseconds: "1666234056768",
};
