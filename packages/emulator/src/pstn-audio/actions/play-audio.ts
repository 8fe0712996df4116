import { played } from "../call-story.ts";
import type { Audio } from "../media/media.ts";
import { noAudioFile } from "./action-errors.ts";
import { type ActionScope, type EmulatedAction, succeeded } from "./emulated-action.ts";

/** The parameters, once the answer check found them right. */
interface PlayAudioParameters {
  readonly AudioSource: { readonly BucketName: string; readonly Key: string };
  readonly PlaybackTerminators?: readonly string[] | null;
  readonly Repeat?: number | string | null;
}

/** Answers the call and plays a file, again and again, until it is over or a terminating digit is pressed. */
export const playAudio: EmulatedAction = async (scope) => {
  const parameters = scope.action.parameters as unknown as PlayAudioParameters;
  const { AudioSource, PlaybackTerminators, Repeat } = parameters;
  const audio = { callId: scope.callId, bucketName: AudioSource.BucketName, key: AudioSource.Key };
  const terminated = new AbortController();
  const deafen = scope.onDigit(scope.callId, (digit) => {
    if (PlaybackTerminators?.includes(digit)) terminated.abort();
  });
  scope.dispatch({ type: "caller-answered" });
  const signal = AbortSignal.any([scope.signal, terminated.signal]);
  const found = await playTimes(scope, { audio, times: Number(Repeat ?? 1), signal });
  deafen();
  return found ? succeeded : { outcome: "failed", error: noAudioFile };
};

interface Playback {
  readonly audio: Audio;
  readonly times: number;
  readonly signal: AbortSignal;
}

async function playTimes(scope: ActionScope, { audio, times, signal }: Playback): Promise<boolean> {
  for (let time = 1; time <= times && !signal.aborted; time += 1) {
    scope.tell(played(scope.farEnd, audio));
    if (!(await scope.ports.media.play(audio, signal))) return false;
  }
  return true;
}
