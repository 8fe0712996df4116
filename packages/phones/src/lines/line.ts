/** A call that the service places. */
export interface DialRequest {
  /** Of the call and of this leg, as the events name them. */
  readonly transactionId: string;
  readonly callId: string;
  /** The leg that this one will be bridged with: where its audio comes from and goes to. */
  readonly bridgedWith?: string;
  /** The caller ID to show, E.164. */
  readonly from: string;
  /** SIP headers of the INVITE. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What the far end of a leg does. Nothing follows `failed` or `hungUp`. */
export interface LineEvents {
  ringing(): void;
  answered(): void;
  /** The call was not answered: final SIP status, such as 486 busy, 603 declined, 408 no answer, 503 out of reach. */
  failed(sipCode: number): void;
  hungUp(): void;
  /** One of 0–9, * and #. */
  digit(digit: string): void;
}

/** The service's end of a leg. */
export interface Line {
  /** CANCEL while it rings, BYE afterwards, also when the answer crosses it; a second time does nothing. */
  hangUp(): void;
}

/** The telephone network: reaches any number. */
export interface Carrier {
  /** Events come after `dial` has returned, never from within. */
  dial(request: DialRequest & { readonly to: string }, events: LineEvents): Line;
}

/** The Voice Connectors of the account: each leads to a SIP trunk. */
export interface VoiceConnectors {
  /** Undefined when there is none with this ARN. `user` is the user part of the Request-URI. */
  dial(
    request: DialRequest & { readonly arn: string; readonly user: string },
    events: LineEvents,
  ): Line | undefined;
}
