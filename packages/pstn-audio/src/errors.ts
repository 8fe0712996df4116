/** The stable codes, one for each thing a user of this package can act on. */
export const pstnAudioErrorCodes = [
  "pstn-audio.event-format",
  "pstn-audio.action-parameter",
] as const;
export type PstnAudioErrorCode = (typeof pstnAudioErrorCodes)[number];

/** Base of this package's errors. Messages name fields and never repeat their values. */
export abstract class PstnAudioError extends Error {
  abstract readonly code: PstnAudioErrorCode;
}

/** Tells this package's errors by their code, also across two copies of the package in one bundle. */
export function isPstnAudioError<Code extends PstnAudioErrorCode = PstnAudioErrorCode>(
  error: unknown,
  code?: Code,
): error is PstnAudioError & { readonly code: Code } {
  if (!(error instanceof Error) || !("code" in error)) return false;
  if (code !== undefined) return error.code === code;
  return pstnAudioErrorCodes.some((known) => known === error.code);
}

/** What invoked the Lambda is not an event of the service; `field` is its path, such as `CallDetails.TransactionId`. */
export class EventFormatError extends PstnAudioError {
  override readonly name: string = "EventFormatError";
  readonly code = "pstn-audio.event-format";
  readonly field: string;

  constructor(field: string, problem: string, options?: ErrorOptions) {
    super(`Not an event of the PSTN Audio service: ${field} ${problem}`, options);
    this.field = field;
  }
}

/**
 * The event's type is none that this package knows. Perhaps the service has a new one: answered with no actions, the
 * call goes on, while a failed invocation ends it.
 */
export class UnknownEventTypeError extends EventFormatError {
  override readonly name = "UnknownEventTypeError";

  constructor(options?: ErrorOptions) {
    super("InvocationEventType", "is none that the service sends", options);
  }
}

/** The service would refuse the action; `field` is the parameter's path, such as `Endpoints[0].Uri`. */
export class ActionParameterError extends PstnAudioError {
  override readonly name = "ActionParameterError";
  readonly code = "pstn-audio.action-parameter";
  /** The action's `Type`. */
  readonly action: string;
  readonly field: string;

  constructor(action: string, field: string, problem: string, options?: ErrorOptions) {
    super(`The PSTN Audio service would refuse ${action}: ${field} ${problem}`, options);
    this.action = action;
    this.field = field;
  }
}
