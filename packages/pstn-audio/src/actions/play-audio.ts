import { defined } from "../defined.ts";
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
import { optional, requiredMap } from "../rules/parameter-rules.ts";
import { terminators, wholeNumber } from "../rules/value-rules.ts";

/** Plays a WAV file to a leg. */
export interface PlayAudioAction {
  readonly Type: "PlayAudio";
  readonly Parameters: LegParameters & {
    readonly AudioSource: S3Object;
    readonly PlaybackTerminators?: readonly string[];
    readonly Repeat?: number;
  };
}

export const playAudioRules: ActionRules<PlayAudioAction> = {
  parameters: {
    ...eitherLeg,
    AudioSource: requiredMap(s3ObjectRules(invalidAudioSource), invalidAudioSource),
    PlaybackTerminators: optional(terminators),
    Repeat: optional(wholeNumber(1)),
  },
};

export type PlayAudioOptions = OnLeg & {
  readonly audioSource: AudioFile;
  /** Digits, # or * that stop it. */
  readonly playbackTerminators?: readonly string[];
  readonly repeat?: number;
};

/**
 * Plays a file of S3 to a leg.
 * @throws {ActionParameterError} when the service would refuse it
 * @example playAudio({ participantTag: "LEG-A", audioSource: { bucketName: "prompts", key: "welcome.wav" } })
 */
export function playAudio(options: PlayAudioOptions): PlayAudioAction {
  const Parameters = {
    ...legParameters(options),
    AudioSource: s3Object(options.audioSource),
    ...defined({ PlaybackTerminators: options.playbackTerminators, Repeat: options.repeat }),
  };
  return accepted({ Type: "PlayAudio", Parameters }, playAudioRules);
}
