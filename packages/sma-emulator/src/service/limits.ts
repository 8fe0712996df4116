/** The service's limits of a call. */
export interface Limits {
  /** How long the Lambda's answer is waited for. One page of the guide says 5 s, another 20 s. */
  readonly answerMs: number;
  /** An inbound call that is not answered and on which no action runs ends after this. */
  readonly noActionMs: number;
  /** Invocations of the Lambda for one call, repeated ones included. */
  readonly invocations: number;
  /** Answers in a row that fail, or are invalid, until the call is ended as one that leads nowhere. Ours. */
  readonly failures: number;
  /** How long every answer may fail until then. Ours. */
  readonly failuresMs: number;
  /** Events in a row that follow each other at once, whatever they tell, until the call is ended. Ours. */
  readonly eventsAtOnce: number;
  /**
   * Invocations of a Lambda without an end yet, for each that it runs at once, until new calls are sent away; more where it
   * has answered more in a fifth of `answerMs`. Ours.
   */
  readonly openInvocations: number;
  /** How long the phone of an outbound call rings; the service leaves it to the carrier. */
  readonly ringingMs: number;
  /** Keys of TransactionAttributes; an older page of the guide says 10. */
  readonly attributes: number;
}

/** Guide, "Timeouts and retries", "Receiving an inbound call", "Responding to invocations with action lists". */
export const serviceLimits: Limits = {
  answerMs: 5000,
  noActionMs: 30_000,
  invocations: 1000,
  failures: 20,
  failuresMs: 300_000,
  eventsAtOnce: 200,
  // What comes last of five in a row is still answered in time where an answer takes a second.
  openInvocations: 5,
  ringingMs: 60_000,
  attributes: 100,
};
