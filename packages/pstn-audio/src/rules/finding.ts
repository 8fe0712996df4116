/** Error types with which an action fails (guide, "Debugging unexpected ACTION_FAILED events" and each action's page). */
export const actionErrorTypes = [
  "InvalidActionParameter",
  "InvalidAudioSource",
  "MissingRequiredActionParameter",
  "CallNotAnswered",
  "ActionExecutionThrottled",
  "AccessDenied",
  "SystemException",
] as const;
export type ActionErrorType = (typeof actionErrorTypes)[number];

/** How the service puts a failure. */
export interface ServiceWords {
  readonly errorType: ActionErrorType;
  readonly message: string;
}

/** What the service fails an action with. */
export interface Refusal extends ServiceWords {
  readonly severity: "error";
  /** The parameter's path, such as `Endpoints[0].Uri`. */
  readonly field: string;
  /** In our words: what is wrong with it. Never repeats the value. */
  readonly hint: string;
}

/** What the service lets pass although it will not do what was meant. */
export interface Warning {
  readonly severity: "warning";
  readonly field: string;
  /** In our words: what will happen instead. */
  readonly message: string;
  /** Against the guide: the service lets it pass, and the builders do not write it. */
  readonly againstTheGuide?: true;
}

export type Finding = Refusal | Warning;

export function invalid(message: string): ServiceWords {
  return { errorType: "InvalidActionParameter", message };
}

export function missing(message: string): ServiceWords {
  return { errorType: "MissingRequiredActionParameter", message };
}

export function refusal(words: ServiceWords, field: string, hint: string): Refusal {
  return { severity: "error", ...words, field, hint };
}

/** What others write, and the service takes, although the guide says otherwise. */
export function tolerated(field: string, message: string): Warning {
  return { severity: "warning", field, message, againstTheGuide: true };
}

export function warning(field: string, message: string): Warning {
  return { severity: "warning", field, message };
}
