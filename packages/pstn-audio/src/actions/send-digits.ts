import { defined } from "../defined.ts";
import { callIdOnly } from "../parameters/leg-parameters.ts";
import { type ActionRules, accepted } from "../rules/action-rules.ts";
import { invalid } from "../rules/finding.ts";
import { optional, required } from "../rules/parameter-rules.ts";
import { textMatching, wholeNumber } from "../rules/value-rules.ts";

/** Dials into a leg. */
export interface SendDigitsAction {
  readonly Type: "SendDigits";
  readonly Parameters: {
    readonly CallId: string;
    readonly Digits: string;
    readonly ToneDurationInMilliseconds?: number;
  };
}

const dialable = textMatching(/^[\d*#A-D,]{1,50}$/, "is not 1 to 50 of 0-9 * # A-D and the comma");
const invalidTone = invalid("ToneDuration parameter value is invalid.");

export const sendDigitsRules: ActionRules<SendDigitsAction> = {
  parameters: {
    ...callIdOnly,
    Digits: required(dialable),
    ToneDurationInMilliseconds: optional(wholeNumber(50, 24_000), invalidTone),
  },
};

export interface SendDigitsOptions {
  readonly callId: string;
  /** 0-9 * # A-D; a comma waits half a second. At most 50. */
  readonly digits: string;
  /** 50 to 24,000 ms for each digit; the service takes 250. */
  readonly toneDurationInMilliseconds?: number;
}

/**
 * Presses keys for a leg; a comma waits half a second.
 * @throws {ActionParameterError} when the service would refuse it
 * @example sendDigits({ callId: "call-a", digits: ",,12#" })
 */
export function sendDigits(options: SendDigitsOptions): SendDigitsAction {
  const Parameters = {
    CallId: options.callId,
    Digits: options.digits,
    ...defined({ ToneDurationInMilliseconds: options.toneDurationInMilliseconds }),
  };
  return accepted({ Type: "SendDigits", Parameters }, sendDigitsRules);
}
