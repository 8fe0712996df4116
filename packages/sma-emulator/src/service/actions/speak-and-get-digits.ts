import { askForDigits } from "./ask-for-digits.ts";
import type { EmulatedAction } from "./emulated-action.ts";
import { say } from "./say.ts";

/** Answers the call, says a text and gathers digits, again and again until they are right. */
export const speakAndGetDigits: EmulatedAction = (scope) => {
  const { SpeechParameters, FailureSpeechParameters } = scope.action.parameters;
  const saying = (parameters: unknown) => async (signal: AbortSignal) => {
    await say(scope, parameters, signal);
    return true;
  };
  return askForDigits(scope, {
    prompt: saying(SpeechParameters),
    failurePrompt: saying(FailureSpeechParameters),
  });
};
