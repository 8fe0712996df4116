import { type ActionScope, type EmulatedAction, succeeded } from "./emulated-action.ts";
import { listenForTerminator } from "./listen-for-terminator.ts";
import { type AudioSource, noFile, playOnce } from "./play-once.ts";

/** The parameters, once the answer check found them right. */
interface PlayAudioParameters {
  readonly AudioSource: AudioSource;
  readonly PlaybackTerminators?: readonly string[] | null;
  readonly Repeat?: number | string | null;
}

/** Answers the call and plays a file, again and again, until it is over or a terminating digit is pressed. */
export const playAudio: EmulatedAction = async (scope) => {
  const parameters = scope.action.parameters as unknown as PlayAudioParameters;
  const { AudioSource, PlaybackTerminators, Repeat } = parameters;
  const terminator = listenForTerminator(scope, PlaybackTerminators ?? []);
  scope.dispatch({ type: "caller-answered" });
  const signal = AbortSignal.any([scope.signal, terminator.signal]);
  const found = await playTimes(scope, { source: AudioSource, times: Number(Repeat ?? 1), signal });
  terminator.stop();
  return found ? succeeded : noFile(AudioSource);
};

interface Playback {
  readonly source: AudioSource;
  readonly times: number;
  readonly signal: AbortSignal;
}

async function playTimes(
  scope: ActionScope,
  { source, times, signal }: Playback,
): Promise<boolean> {
  for (let time = 1; time <= times && !signal.aborted; time += 1) {
    if (!(await playOnce(scope, source, signal))) return false;
  }
  return true;
}
