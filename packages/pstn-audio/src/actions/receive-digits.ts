import {
  eitherLeg,
  type LegParameters,
  legParameters,
  type OnLeg,
} from "../parameters/leg-parameters.ts";
import { type ActionRules, accepted, type TogetherRule } from "../rules/action-rules.ts";
import { invalid, refusal } from "../rules/finding.ts";
import { required } from "../rules/parameter-rules.ts";
import { numberOf, regularExpression, wholeNumber } from "../rules/value-rules.ts";

/** Listens for digits from now on; each input that matches brings a DIGITS_RECEIVED. */
export interface ReceiveDigitsAction {
  readonly Type: "ReceiveDigits";
  readonly Parameters: LegParameters & {
    readonly InputDigitsRegex: string;
    readonly InBetweenDigitsDurationInMilliseconds: number;
    readonly FlushDigitsDurationInMilliseconds: number;
  };
}

const invalidFlush = invalid("The FlushDigitsDurationInMilliseconds parameter is invalid.");

/** Digits flushed before the input is looked at would never match. */
const flushAfterLooking: TogetherRule = (parameters) => {
  const look = numberOf(parameters.InBetweenDigitsDurationInMilliseconds);
  const flush = numberOf(parameters.FlushDigitsDurationInMilliseconds);
  if (look === undefined || flush === undefined || flush > look) return [];
  const hint = "is not longer than InBetweenDigitsDurationInMilliseconds";
  return [refusal(invalidFlush, "FlushDigitsDurationInMilliseconds", hint)];
};

export const receiveDigitsRules: ActionRules<ReceiveDigitsAction> = {
  parameters: {
    ...eitherLeg,
    InputDigitsRegex: required(regularExpression),
    InBetweenDigitsDurationInMilliseconds: required(wholeNumber(1)),
    FlushDigitsDurationInMilliseconds: required(wholeNumber(1)),
  },
  together: [flushAfterLooking],
};

export type ReceiveDigitsOptions = OnLeg & {
  readonly inputDigitsRegex: string;
  /** Milliseconds after a digit until the input is matched. */
  readonly inBetweenDigitsDurationInMilliseconds: number;
  /** Milliseconds after the first digit until the input is sent as it is. */
  readonly flushDigitsDurationInMilliseconds: number;
};

/**
 * Listens for keys from now on, whatever else is played or said.
 * @throws {ActionParameterError} when the service would refuse it
 * @example receiveDigits({ participantTag: "LEG-A", inputDigitsRegex: "^\\d{2}#$", inBetweenDigitsDurationInMilliseconds: 1000, flushDigitsDurationInMilliseconds: 10000 })
 */
export function receiveDigits(options: ReceiveDigitsOptions): ReceiveDigitsAction {
  const Parameters = {
    ...legParameters(options),
    InputDigitsRegex: options.inputDigitsRegex,
    InBetweenDigitsDurationInMilliseconds: options.inBetweenDigitsDurationInMilliseconds,
    FlushDigitsDurationInMilliseconds: options.flushDigitsDurationInMilliseconds,
  };
  return accepted({ Type: "ReceiveDigits", Parameters }, receiveDigitsRules);
}
