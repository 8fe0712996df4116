/** The invocation is no event that this Lambda was set up for; it holds no value of the event. */
export class EventFormatError extends Error {
  override readonly name = "EventFormatError";
  readonly code = "call-events.event-format";
  /** Path into the event, such as `Records.0.eventName`. */
  readonly field: string;

  constructor(expected: string, field: string) {
    super(`The event is not ${expected}: ${field} does not fit`);
    this.field = field;
  }
}

/** A receiver did not take an event, however often it was asked. */
export class DeliveryError extends Error {
  override readonly name = "DeliveryError";
  readonly code = "call-events.delivery";
  /** Of the webhook's last answer; absent: there was none. */
  readonly status: number | undefined;

  constructor(message: string, { status, ...options }: ErrorOptions & { status?: number } = {}) {
    super(message, options);
    this.status = status;
  }
}

/** The secret that signs the webhook's messages cannot be had; `cause` is why, where Secrets Manager refuses. */
export class WebhookSecretError extends Error {
  override readonly name = "WebhookSecretError";
  readonly code = "call-events.secret";
}
