/** The stable codes, one for each thing a caller of this package can act on. Documented in README.md; a test keeps the two equal. */
export const callContextErrorCodes = [
  "call-context.not-found",
  "call-context.expired",
  "call-context.already-claimed",
  "call-context.invalid-context",
  "call-context.invalid-record",
  "call-context.note-conflict",
  "call-context.notes-full",
  "call-context.store-unavailable",
] as const;
export type CallContextErrorCode = (typeof callContextErrorCodes)[number];

/** Base of this package's errors. Messages never hold a whole context ID or personal data. */
export abstract class CallContextError extends Error {
  abstract readonly code: CallContextErrorCode;
}

/** Tells this package's errors by their code, also across two copies of the package in one bundle. */
export function isCallContextError<Code extends CallContextErrorCode = CallContextErrorCode>(
  error: unknown,
  code?: Code,
): error is CallContextError & { readonly code: Code } {
  if (!(error instanceof Error) || !("code" in error)) return false;
  if (code !== undefined) return error.code === code;
  return callContextErrorCodes.some((known) => known === error.code);
}

export class ContextNotFoundError extends CallContextError {
  override readonly name = "ContextNotFoundError";
  readonly code = "call-context.not-found";
}

export class ContextExpiredError extends CallContextError {
  override readonly name = "ContextExpiredError";
  readonly code = "call-context.expired";
}

export class ContextAlreadyClaimedError extends CallContextError {
  override readonly name = "ContextAlreadyClaimedError";
  readonly code = "call-context.already-claimed";
}

/** What was to be stored does not fit; `field` is its path, such as `reason.id`. */
export class InvalidContextError extends CallContextError {
  override readonly name = "InvalidContextError";
  readonly code = "call-context.invalid-context";
  readonly field: string;

  constructor(field: string, problem: string, options?: ErrorOptions) {
    super(`The call context cannot be stored: ${field} ${problem}`, options);
    this.field = field;
  }
}

/** What is stored does not fit the schema; `field` is its path. */
export class InvalidRecordError extends CallContextError {
  override readonly name = "InvalidRecordError";
  readonly code = "call-context.invalid-record";
  readonly field: string;

  constructor(field: string, problem: string, options?: ErrorOptions) {
    super(`The stored call context does not fit the schema: ${field} ${problem}`, options);
    this.field = field;
  }
}

export class NoteConflictError extends CallContextError {
  override readonly name = "NoteConflictError";
  readonly code = "call-context.note-conflict";
}

export class NotesFullError extends CallContextError {
  override readonly name = "NotesFullError";
  readonly code = "call-context.notes-full";
}

/** The store did not answer in time, or refused; `cause` is what the client library said. */
export class StoreUnavailableError extends CallContextError {
  override readonly name = "StoreUnavailableError";
  readonly code = "call-context.store-unavailable";
}
