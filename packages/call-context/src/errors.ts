/** The stable codes, one for each thing a caller of this package can act on. Documented in README.md; a test keeps the two equal. */
export const callContextErrorCodes = [
  "call-context.exists",
  "call-context.not-found",
  "call-context.expired",
  "call-context.already-claimed",
  "call-context.invalid-context",
  "call-context.invalid-record",
  "call-context.note-conflict",
  "call-context.notes-full",
  "call-context.invalid-caller",
  "call-context.invalid-options",
  "call-context.store-unavailable",
] as const;
/** A stable code of an error: what a caller acts on. */
export type CallContextErrorCode = (typeof callContextErrorCodes)[number];

/** Base of this package's errors. Messages never hold a whole context ID or personal data. */
export abstract class CallContextError extends Error {
  abstract readonly code: CallContextErrorCode;
}

/**
 * Identifies this package's errors by their code, even if a bundle contains two copies of the package.
 * @example if (isCallContextError(error, "call-context.not-found")) return undefined;
 */
export function isCallContextError<Code extends CallContextErrorCode = CallContextErrorCode>(
  error: unknown,
  code?: Code,
): error is CallContextError & { readonly code: Code } {
  if (!(error instanceof Error) || !("code" in error)) return false;
  if (code !== undefined) return error.code === code;
  return callContextErrorCodes.some((known) => known === error.code);
}

/** There is a record under the ID that the context was to be stored under. */
export class ContextExistsError extends CallContextError {
  override readonly name = "ContextExistsError";
  readonly code = "call-context.exists";
}

/** There is no such context, or the ID cannot be one. */
export class ContextNotFoundError extends CallContextError {
  override readonly name = "ContextNotFoundError";
  readonly code = "call-context.not-found";
}

/** The time of the context is over, whether or not the TTL has swept it. */
export class ContextExpiredError extends CallContextError {
  override readonly name = "ContextExpiredError";
  readonly code = "call-context.expired";
}

/** Another call used the context. */
export class ContextAlreadyClaimedError extends CallContextError {
  override readonly name = "ContextAlreadyClaimedError";
  readonly code = "call-context.already-claimed";
}

/** A place that does not fit, and what is expected of it. */
export interface Misfit {
  /** A path, such as `reason.id`. */
  readonly field: string;
  /** Such as `is missing`; never the value, which may be personal data. */
  readonly problem: string;
}

export interface MisfitErrorOptions extends ErrorOptions {
  /** Further places that do not fit. */
  readonly others?: readonly Misfit[];
}

/** What was to be stored does not fit; `field` is the first place, `misfits` are all. */
export class InvalidContextError extends CallContextError {
  override readonly name = "InvalidContextError";
  readonly code = "call-context.invalid-context";
  readonly field: string;
  readonly misfits: readonly Misfit[];

  constructor(
    field: string,
    problem: string,
    { others = [], ...options }: MisfitErrorOptions = {},
  ) {
    const misfits = [{ field, problem }, ...others];
    super(`The call context cannot be stored: ${inWords(misfits)}`, options);
    this.field = field;
    this.misfits = misfits;
  }
}

/** What is stored does not fit the schema; `field` is the first place, `misfits` are all. */
export class InvalidRecordError extends CallContextError {
  override readonly name = "InvalidRecordError";
  readonly code = "call-context.invalid-record";
  readonly field: string;
  readonly misfits: readonly Misfit[];

  constructor(
    field: string,
    problem: string,
    { others = [], ...options }: MisfitErrorOptions = {},
  ) {
    const misfits = [{ field, problem }, ...others];
    super(`The stored call context does not fit the schema: ${inWords(misfits)}`, options);
    this.field = field;
    this.misfits = misfits;
  }
}

function inWords(misfits: readonly Misfit[]): string {
  return misfits.map(({ field, problem }) => `${field} ${problem}`).join("; ");
}

/** Another text is noted under this ID. */
export class NoteConflictError extends CallContextError {
  override readonly name = "NoteConflictError";
  readonly code = "call-context.note-conflict";
}

/** The context takes no further note. */
export class NotesFullError extends CallContextError {
  override readonly name = "NotesFullError";
  readonly code = "call-context.notes-full";
}

/** Too little is known of a caller to tell their records from others'. */
export class InvalidCallerError extends CallContextError {
  override readonly name = "InvalidCallerError";
  readonly code = "call-context.invalid-caller";
}

/** The store did not answer in time, or refused; `cause` is what the client library said. */
export class StoreUnavailableError extends CallContextError {
  override readonly name = "StoreUnavailableError";
  readonly code = "call-context.store-unavailable";
}

/** A store cannot be made of these options; the message names each of them. */
export class InvalidOptionsError extends CallContextError {
  override readonly name = "InvalidOptionsError";
  readonly code = "call-context.invalid-options";
  readonly misfits: readonly Misfit[];

  constructor(misfits: readonly Misfit[]) {
    super(`The store cannot be made: ${inWords(misfits)}`);
    this.misfits = misfits;
  }
}
