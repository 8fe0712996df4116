import { recorded } from "../call-story.ts";
import type { Recording } from "../media/media.ts";
import { notUploaded } from "./action-errors.ts";
import type { ActionScope, EmulatedAction } from "./emulated-action.ts";
import { listenForTerminator } from "./listen-for-terminator.ts";

/** The parameters, once the answer check found them right; numbers may come as texts. */
interface RecordAudioParameters {
  readonly DurationInSeconds: number | string;
  readonly RecordingTerminators: readonly string[];
  readonly RecordingDestination: { readonly BucketName: string; readonly Prefix?: string | null };
  readonly SilenceDurationInSeconds?: number | string | null;
  readonly SilenceThreshold?: number | string | null;
}

/** Guide, "RecordAudio": default of SilenceThreshold. */
const defaultThreshold = 200;

/** Answers the call and records the leg until its time is over, a terminating digit is pressed, or nobody speaks. */
export const recordAudio: EmulatedAction = async (scope) => {
  const parameters = scope.action.parameters as unknown as RecordAudioParameters;
  const recording = recordingOf(scope, parameters);
  const terminator = listenForTerminator(scope, parameters.RecordingTerminators);
  const timeIsUp = new AbortController();
  const ms = Number(parameters.DurationInSeconds) * 1000;
  const cancel = scope.ports.clock.after(ms, () => timeIsUp.abort());
  scope.dispatch({ type: "caller-answered" });
  scope.tell(recorded(scope.farEnd, recording));
  const signal = AbortSignal.any([scope.signal, terminator.signal, timeIsUp.signal]);
  const kept = await scope.ports.media.record(recording, signal);
  terminator.stop();
  cancel();
  if (!kept) return { outcome: "failed", error: notUploaded };
  return { outcome: "succeeded", result: resultOf(recording, terminator.pressed()) };
};

function recordingOf(scope: ActionScope, parameters: RecordAudioParameters): Recording {
  const { RecordingDestination, SilenceDurationInSeconds, SilenceThreshold } = parameters;
  const { BucketName, Prefix } = RecordingDestination;
  const time = new Date(scope.ports.clock.now()).toISOString().replaceAll(":", "-");
  const file = `${scope.callId}_${time}.wav`;
  return {
    callId: scope.callId,
    bucketName: BucketName,
    key: Prefix ? `${Prefix.replace(/\/$/, "")}/${file}` : file,
    ...(SilenceDurationInSeconds && {
      silence: {
        ms: Number(SilenceDurationInSeconds) * 1000,
        threshold: Number(SilenceThreshold ?? defaultThreshold),
      },
    }),
  };
}

function resultOf({ bucketName, key }: Recording, terminator: string | undefined) {
  return {
    RecordingDestination: { Type: "S3", BucketName: bucketName, Key: key },
    ...(terminator !== undefined && { RecordingTerminatorUsed: terminator }),
  };
}
