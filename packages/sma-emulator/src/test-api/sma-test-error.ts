/** A test cannot go on: the message says what happened in place of what was meant to. */
export abstract class SmaTestError extends Error {
  /** Stable, such as `sma-test.not-heard`. */
  abstract readonly code: string;
}

/** A prompt that was waited for did not come. */
export class NotHeardError extends SmaTestError {
  override readonly name = "NotHeardError";
  readonly code = "sma-test.not-heard";
}

/** An event that was waited for did not come. */
export class NotToldError extends SmaTestError {
  override readonly name = "NotToldError";
  readonly code = "sma-test.not-told";
}

/** The end of a call that was waited for did not come. */
export class NotOverError extends SmaTestError {
  override readonly name = "NotOverError";
  readonly code = "sma-test.not-over";
}

/** There is no Lambda to test, or more than one. */
export class NoLambdaError extends SmaTestError {
  override readonly name = "NoLambdaError";
  readonly code = "sma-test.lambda";
}

/** Virtual time was asked for where time is real. */
export class VirtualTimeError extends SmaTestError {
  override readonly name = "VirtualTimeError";
  readonly code = "sma-test.virtual-time";
}

/** There is no fault of this name. */
export class UnknownFaultError extends SmaTestError {
  override readonly name = "UnknownFaultError";
  readonly code = "sma-test.fault";
}

/** A request to the test server is not understood, or names no call. */
export class TestRequestError extends SmaTestError {
  override readonly name = "TestRequestError";
  readonly code = "sma-test.request";
}
