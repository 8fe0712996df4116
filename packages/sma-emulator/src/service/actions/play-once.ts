import type { ActionOutcome } from "../call/call-input.ts";
import { played } from "../call-story.ts";
import { noAudioFile } from "./action-errors.ts";
import type { ActionScope } from "./emulated-action.ts";

/** Where an audio file lies, once the answer check found it right. */
export interface AudioSource {
  readonly BucketName: string;
  readonly Key: string;
}

/** Plays a file to the leg of an action; `false` when there is none: the media's own log says where it was looked for. */
export function playOnce(
  scope: ActionScope,
  { BucketName, Key }: AudioSource,
  signal: AbortSignal,
): Promise<boolean> {
  const audio = { callId: scope.callId, bucketName: BucketName, key: Key };
  scope.tell(played(scope.farEnd, audio));
  return scope.ports.media.play(audio, signal);
}

/** How an action ends whose file is not there. */
export function noFile({ BucketName, Key }: AudioSource): ActionOutcome {
  const why = `there is no WAV file ${BucketName}/${Key} in the folder s3`;
  return { outcome: "failed", error: noAudioFile, why };
}
