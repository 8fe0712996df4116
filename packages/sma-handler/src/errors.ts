/** The stable codes, one for each thing that an operator can act on. Documented in docs/errors.md. */
export const smaHandlerErrorCodes = [
  "sma-handler.config",
  "sma-handler.out-of-time",
  "sma-handler.destination-service",
  "sma-handler.meetings",
  "sma-handler.late-meeting",
] as const;
export type SmaHandlerErrorCode = (typeof smaHandlerErrorCodes)[number];

/** Base of this Lambda's errors. Messages never hold personal data. */
abstract class SmaHandlerError extends Error {
  abstract readonly code: SmaHandlerErrorCode;
}

/** A request was given up because the answer to the PSTN Audio service was due. */
export class OutOfTimeError extends SmaHandlerError {
  override readonly name = "OutOfTimeError";
  readonly code = "sma-handler.out-of-time";
  readonly budgetMs: number;

  constructor(budgetMs: number) {
    super(`Gave up after ${budgetMs} ms: the answer to the PSTN Audio service was due`);
    this.budgetMs = budgetMs;
  }
}

/** The destination service gave no number; `cause` where its connection failed. */
export class DestinationServiceError extends SmaHandlerError {
  override readonly name = "DestinationServiceError";
  readonly code = "sma-handler.destination-service";

  constructor(problem: string, options?: ErrorOptions) {
    super(`The destination service ${problem}`, options);
  }
}

/** The meetings API refused or could not be reached; `cause` is what the AWS SDK said. */
export class MeetingsError extends SmaHandlerError {
  override readonly name = "MeetingsError";
  readonly code = "sma-handler.meetings";
  /** Such as `CreateMeeting`. */
  readonly operation: string;

  constructor(operation: string, options?: ErrorOptions) {
    super(`${operation} failed`, options);
    this.operation = operation;
  }
}

/**
 * No meeting is known to be open, and yet one may be: by a request that was given up, or by another delivery of the same
 * event whose answer does not count. `cause` is why. It is ended when the call is.
 */
export class LateMeetingError extends SmaHandlerError {
  override readonly name = "LateMeetingError";
  readonly code = "sma-handler.late-meeting";

  constructor(options?: ErrorOptions) {
    super("The meeting failed, and one may be open all the same", options);
  }
}
