/** How digits are gathered and when they are right. */
export interface DigitRules {
  readonly pattern?: RegExp;
  readonly least: number;
  readonly most: number;
  readonly terminators: readonly string[];
  /** Milliseconds until the first digit. */
  readonly firstDigitMs: number;
  /** Milliseconds from one digit to the next. */
  readonly nextDigitMs: number;
  readonly attempts: number;
}

/** The parameters, once the answer check found them right; numbers may come as texts. */
interface DigitParameters {
  readonly InputDigitsRegex?: string | null;
  readonly MinNumberOfDigits?: number | string | null;
  readonly MaxNumberOfDigits?: number | string | null;
  readonly TerminatorDigits?: readonly string[] | null;
  readonly InBetweenDigitsDurationInMilliseconds?: number | string | null;
  readonly Repeat?: number | string | null;
  readonly RepeatDurationInMilliseconds: number | string;
}

/** Reads the parameters, with the defaults of the guide ("SpeakAndGetDigits"). */
export function digitRules(parameters: unknown): DigitRules {
  const given = parameters as DigitParameters;
  const firstDigitMs = Number(given.RepeatDurationInMilliseconds);
  return {
    ...(given.InputDigitsRegex && { pattern: new RegExp(given.InputDigitsRegex) }),
    least: Number(given.MinNumberOfDigits ?? 0),
    most: Number(given.MaxNumberOfDigits ?? 128),
    terminators: given.TerminatorDigits ?? ["#"],
    firstDigitMs,
    nextDigitMs: Number(given.InBetweenDigitsDurationInMilliseconds ?? firstDigitMs),
    attempts: Number(given.Repeat ?? 1),
  };
}

/** Nothing more is waited for. */
export function isComplete(pressed: string, rules: DigitRules): boolean {
  return isTerminated(pressed, rules) || pressed.length >= rules.most;
}

/** What counts as the input: all that was pressed but the terminating digit. */
export function receivedDigits(pressed: string, rules: DigitRules): string {
  return isTerminated(pressed, rules) ? pressed.slice(0, -1) : pressed;
}

/** The guide's patterns end in the terminating digit (`^\d{2}#$`), its ReceivedDigits do not: both are accepted. */
export function isRight(pressed: string, rules: DigitRules): boolean {
  const digits = receivedDigits(pressed, rules);
  if (digits.length < rules.least) return false;
  return !rules.pattern || rules.pattern.test(digits) || rules.pattern.test(pressed);
}

function isTerminated(pressed: string, { terminators }: DigitRules): boolean {
  return terminators.includes(pressed.slice(-1));
}
