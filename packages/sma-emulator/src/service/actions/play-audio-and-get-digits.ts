import { askForDigits } from "./ask-for-digits.ts";
import type { EmulatedAction } from "./emulated-action.ts";
import { type AudioSource, noFile, playOnce } from "./play-once.ts";

/** The parameters, once the answer check found them right. */
interface PromptParameters {
  readonly AudioSource: AudioSource;
  readonly FailureAudioSource: AudioSource;
}

/** Answers the call, plays a file and gathers digits, again and again until they are right. */
export const playAudioAndGetDigits: EmulatedAction = (scope) => {
  const parameters = scope.action.parameters as unknown as PromptParameters;
  const { AudioSource, FailureAudioSource } = parameters;
  return askForDigits(scope, {
    prompt: (signal) => playOnce(scope, AudioSource, signal),
    failurePrompt: (signal) => playOnce(scope, FailureAudioSource, signal),
    noPrompt: noFile(AudioSource),
    noFailurePrompt: noFile(FailureAudioSource),
  });
};
