/** The console cannot do this now; the message says why. */
export class NotNowError extends Error {
  override readonly name = "NotNowError";
  readonly code = "console.not-now";
}
