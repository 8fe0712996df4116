import { played } from "../call-story.ts";
import type { ActionScope } from "./emulated-action.ts";

/** Where an audio file lies, once the answer check found it right. */
export interface AudioSource {
  readonly BucketName: string;
  readonly Key: string;
}

/** Plays a file to the leg of an action; `false` when there is none. */
export function playOnce(
  scope: ActionScope,
  { BucketName, Key }: AudioSource,
  signal: AbortSignal,
): Promise<boolean> {
  const audio = { callId: scope.callId, bucketName: BucketName, key: Key };
  scope.tell(played(scope.farEnd, audio));
  return scope.ports.media.play(audio, signal);
}
