import {
  type DigitInput,
  type DigitInputOptions,
  digitInput,
  digitInputRules,
  moreDigitsAtMostThanAtLeast,
} from "../parameters/digit-input.ts";
import {
  eitherLeg,
  type LegParameters,
  legParameters,
  type OnLeg,
} from "../parameters/leg-parameters.ts";
import {
  type AudioFile,
  invalidAudioSource,
  type S3Object,
  s3Object,
  s3ObjectRules,
} from "../parameters/s3-object.ts";
import { type ActionRules, accepted } from "../rules/action-rules.ts";
import { requiredMap } from "../rules/parameter-rules.ts";

/** Plays a WAV file and gathers digits, again and again until they are right or `Repeat` is used up. */
export interface PlayAudioAndGetDigitsAction {
  readonly Type: "PlayAudioAndGetDigits";
  readonly Parameters: LegParameters &
    DigitInput & {
      readonly AudioSource: S3Object;
      readonly FailureAudioSource: S3Object;
    };
}

export const playAudioAndGetDigitsRules: ActionRules<PlayAudioAndGetDigitsAction> = {
  parameters: {
    ...eitherLeg,
    AudioSource: requiredMap(s3ObjectRules(invalidAudioSource), invalidAudioSource),
    FailureAudioSource: requiredMap(s3ObjectRules(invalidAudioSource), invalidAudioSource),
    ...digitInputRules,
  },
  together: [moreDigitsAtMostThanAtLeast],
};

export type PlayAudioAndGetDigitsOptions = OnLeg &
  DigitInputOptions & {
    readonly audioSource: AudioFile;
    /** Played after a wrong or missing input. */
    readonly failureAudioSource: AudioFile;
  };

/**
 * Plays a file of S3 and waits for keys; another file is played after a wrong or missing input.
 * @throws {ActionParameterError} when the service would refuse it
 * @example playAudioAndGetDigits({ participantTag: "LEG-A", audioSource: { bucketName: "prompts", key: "menu.wav" }, failureAudioSource: { bucketName: "prompts", key: "again.wav" }, repeatDurationInMilliseconds: 5000, maxNumberOfDigits: 1 })
 */
export function playAudioAndGetDigits(
  options: PlayAudioAndGetDigitsOptions,
): PlayAudioAndGetDigitsAction {
  const Parameters = {
    ...legParameters(options),
    AudioSource: s3Object(options.audioSource),
    FailureAudioSource: s3Object(options.failureAudioSource),
    ...digitInput(options),
  };
  return accepted({ Type: "PlayAudioAndGetDigits", Parameters }, playAudioAndGetDigitsRules);
}
