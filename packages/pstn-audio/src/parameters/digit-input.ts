import { defined } from "../defined.ts";
import type { TogetherRule } from "../rules/action-rules.ts";
import { invalid, refusal, warning } from "../rules/finding.ts";
import { optional, type ParameterRules, required } from "../rules/parameter-rules.ts";
import { numberOf, regularExpression, terminators, wholeNumber } from "../rules/value-rules.ts";

/** How digits are gathered after a prompt. */
export interface DigitInput {
  readonly InputDigitsRegex?: string;
  readonly MinNumberOfDigits?: number;
  readonly MaxNumberOfDigits?: number;
  readonly TerminatorDigits?: readonly string[];
  readonly InBetweenDigitsDurationInMilliseconds?: number;
  readonly Repeat?: number;
  readonly RepeatDurationInMilliseconds: number;
}

/** How digits are gathered, as the builders take it. */
export interface DigitInputOptions {
  readonly inputDigitsRegex?: string;
  /** The service takes 0. */
  readonly minNumberOfDigits?: number;
  /** The service takes 128, the most it can. */
  readonly maxNumberOfDigits?: number;
  /** Digits, # or * that end the input; the service takes ["#"]. */
  readonly terminatorDigits?: readonly string[];
  /** Milliseconds between two digits; the service takes `repeatDurationInMilliseconds`. */
  readonly inBetweenDigitsDurationInMilliseconds?: number;
  /** Attempts in all; the service takes 1. */
  readonly repeat?: number;
  /** Milliseconds for each attempt. */
  readonly repeatDurationInMilliseconds: number;
}

const mostDigits = 128;

export const digitInputRules: ParameterRules<keyof DigitInput> = {
  InputDigitsRegex: optional(regularExpression),
  MinNumberOfDigits: optional(wholeNumber(0, mostDigits)),
  MaxNumberOfDigits: optional(wholeNumber(0, mostDigits)),
  TerminatorDigits: optional(terminators),
  InBetweenDigitsDurationInMilliseconds: optional(wholeNumber(1)),
  Repeat: optional(wholeNumber(1)),
  RepeatDurationInMilliseconds: required(wholeNumber(1)),
};

/** The guide wants the most to exceed the least; public samples that run have both equal. */
export const moreDigitsAtMostThanAtLeast: TogetherRule = (parameters) => {
  const field = "MaxNumberOfDigits";
  const least = numberOf(parameters.MinNumberOfDigits) ?? 0;
  const most = numberOf(parameters.MaxNumberOfDigits) ?? mostDigits;
  if (most > least) return [];
  return most === least
    ? [warning(field, "The guide wants it to be greater than MinNumberOfDigits.")]
    : [refusal(invalid(`The ${field} parameter is invalid.`), field, "is below MinNumberOfDigits")];
};

export function digitInput(options: DigitInputOptions): DigitInput {
  return defined({
    InputDigitsRegex: options.inputDigitsRegex,
    MinNumberOfDigits: options.minNumberOfDigits,
    MaxNumberOfDigits: options.maxNumberOfDigits,
    TerminatorDigits: options.terminatorDigits,
    InBetweenDigitsDurationInMilliseconds: options.inBetweenDigitsDurationInMilliseconds,
    Repeat: options.repeat,
    RepeatDurationInMilliseconds: options.repeatDurationInMilliseconds,
  });
}
