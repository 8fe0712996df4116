import { defined } from "../defined.ts";
import {
  eitherLeg,
  type LegParameters,
  legParameters,
  type OnLeg,
} from "../parameters/leg-parameters.ts";
import { type ActionRules, accepted } from "../rules/action-rules.ts";
import { invalid } from "../rules/finding.ts";
import { optional, required, requiredMap } from "../rules/parameter-rules.ts";
import { anyText, oneOf, terminators, wholeNumber } from "../rules/value-rules.ts";

/** Records a leg into a bucket of the SMA's own account. */
export interface RecordAudioAction {
  readonly Type: "RecordAudio";
  readonly Parameters: LegParameters & {
    readonly DurationInSeconds: number;
    readonly RecordingTerminators: readonly string[];
    readonly RecordingDestination: RecordingDestination;
    readonly SilenceDurationInSeconds?: number;
    readonly SilenceThreshold?: number;
  };
}

interface RecordingDestination {
  readonly Type: "S3";
  readonly BucketName: string;
  readonly Prefix?: string;
}

const invalidDestination = invalid("The RecordingDestination parameter is invalid.");

export const recordAudioRules: ActionRules<RecordAudioAction> = {
  parameters: {
    ...eitherLeg,
    DurationInSeconds: required(wholeNumber(1)),
    RecordingTerminators: required(terminators),
    RecordingDestination: requiredMap(
      {
        Type: required(oneOf("S3"), invalidDestination),
        BucketName: required(anyText, invalidDestination),
        Prefix: optional(anyText, invalidDestination),
      },
      invalidDestination,
    ),
    SilenceDurationInSeconds: optional(wholeNumber(1)),
    SilenceThreshold: optional(wholeNumber(1, 1_000)),
  },
};

export type RecordAudioOptions = OnLeg & {
  readonly durationInSeconds: number;
  /** Digits, # or * that end the recording. */
  readonly recordingTerminators: readonly string[];
  readonly recordingDestination: { readonly bucketName: string; readonly prefix?: string };
  /** Seconds of silence that end the recording. */
  readonly silenceDurationInSeconds?: number;
  /** 1 to 1,000: what counts as silence. */
  readonly silenceThreshold?: number;
};

/**
 * Records what a leg says, into a bucket of S3.
 * @throws {ActionParameterError} when the service would refuse it
 * @example recordAudio({ callId: "call-a", durationInSeconds: 10, recordingTerminators: ["#"], recordingDestination: { bucketName: "recordings", prefix: "calls" } })
 */
export function recordAudio(options: RecordAudioOptions): RecordAudioAction {
  const { bucketName, prefix } = options.recordingDestination;
  const Parameters = {
    ...legParameters(options),
    DurationInSeconds: options.durationInSeconds,
    RecordingTerminators: options.recordingTerminators,
    RecordingDestination: { Type: "S3", BucketName: bucketName, ...defined({ Prefix: prefix }) },
    ...defined({
      SilenceDurationInSeconds: options.silenceDurationInSeconds,
      SilenceThreshold: options.silenceThreshold,
    }),
  } as const;
  return accepted({ Type: "RecordAudio", Parameters }, recordAudioRules);
}
