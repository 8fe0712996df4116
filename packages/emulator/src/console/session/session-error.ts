/** The console cannot do this now; the message says why. */
export class SessionError extends Error {
  override readonly name = "SessionError";
  readonly code = "console.not-now";
}
