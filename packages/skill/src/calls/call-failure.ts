/** Why there is no call. Each has a sentence of its own in every locale, and a row in the README. */
export const callFailureCodes = [
  // What Alexa's request lacks.
  "request.no-token",
  "request.no-device",
  "request.no-device-id",
  "request.untrusted-endpoint",
  "request.outside-north-america",
  // The customer profile, which holds the caller's phone number.
  "profile.bad-request",
  "profile.bad-token",
  "profile.access-denied",
  "profile.not-found",
  "profile.throttled",
  "profile.unavailable",
  "profile.timeout",
  "profile.connection-lost",
  "profile.no-number",
  "profile.unusable-number",
  // The caller's answer to the question whether that number may be read.
  "consent.denied",
  "consent.not-answered",
  // StartCommunicationSession of a skill call.
  "session.bad-request",
  "session.bad-token",
  "session.access-denied",
  "session.not-found",
  "session.throttled",
  "session.unavailable",
  "session.timeout",
  "session.connection-lost",
  // CreateSipMediaApplicationCall of a callback.
  "callback.refused",
  "callback.throttled",
  "callback.unavailable",
  "callback.timeout",
  "callback.connection-lost",
  // StartOutboundVoiceContact and StartTaskContact of Amazon Connect.
  "connect.destination-not-allowed",
  "connect.not-permitted",
  "connect.limit-exceeded",
  "connect.quota-exceeded",
  "connect.throttled",
  "connect.invalid-parameter",
  "connect.invalid-request",
  "connect.not-found",
  "connect.access-denied",
  "connect.unavailable",
  "connect.timeout",
  "connect.connection-lost",
  // Alexa Smart Properties.
  "property.no-unit",
  "property.refused",
  "property.throttled",
  "property.unavailable",
  "property.timeout",
  "property.connection-lost",
  // The call context store.
  "store.unavailable",
  "store.invalid-context",
  // The same "yes" came a second time, after its call had failed.
  "call.failed-before",
] as const;
export type CallFailureCode = (typeof callFailureCodes)[number];

/** There is no call, and the caller is told why. The message holds nothing personal. */
export class CallFailure extends Error {
  override readonly name = "CallFailure";
  readonly code: CallFailureCode;
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined;

  constructor(code: CallFailureCode, options: ErrorOptions & { readonly status?: number } = {}) {
    super(`No call: ${code}`, options);
    this.code = code;
    this.status = options.status;
  }
}
