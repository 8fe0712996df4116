import {
  eitherLeg,
  type LegParameters,
  legParameters,
  type OnLeg,
} from "../parameters/leg-parameters.ts";
import { type ActionRules, accepted } from "../rules/action-rules.ts";
import { invalid } from "../rules/finding.ts";
import { required } from "../rules/parameter-rules.ts";
import { wholeNumber } from "../rules/value-rules.ts";

/** Waits. It does not answer the call. */
export interface PauseAction {
  readonly Type: "Pause";
  readonly Parameters: LegParameters & { readonly DurationInMilliseconds: number };
}

const invalidDuration = invalid("The Duration parameter is invalid.");

export const pauseRules: ActionRules<PauseAction> = {
  parameters: {
    ...eitherLeg,
    DurationInMilliseconds: required(wholeNumber(100, 30_000), invalidDuration),
  },
};

/** 100 to 30,000 ms. */
export type PauseOptions = OnLeg & { readonly durationInMilliseconds: number };

/**
 * Waits, in silence.
 * @throws {ActionParameterError} when the service would refuse it
 * @example pause({ durationInMilliseconds: 1000 })
 */
export function pause(options: PauseOptions): PauseAction {
  const Parameters = {
    ...legParameters(options),
    DurationInMilliseconds: options.durationInMilliseconds,
  };
  return accepted({ Type: "Pause", Parameters }, pauseRules);
}
