import { systemError } from "./action-errors.ts";
import { digitRules, isRight, receivedDigits } from "./digit-rules.ts";
import type { EmulatedAction } from "./emulated-action.ts";
import { gatherDigits } from "./gather-digits.ts";
import { say } from "./say.ts";

/** Answers the call, says a text and gathers digits, again and again until they are right. */
export const speakAndGetDigits: EmulatedAction = async (scope) => {
  const { SpeechParameters, FailureSpeechParameters } = scope.action.parameters;
  const rules = digitRules(scope.action.parameters);
  scope.dispatch({ type: "caller-answered" });
  for (let attempt = 1; attempt <= rules.attempts && !scope.signal.aborted; attempt += 1) {
    const pressed = await gatherDigits(scope, rules, (signal) =>
      say(scope, SpeechParameters, signal),
    );
    if (isRight(pressed, rules)) {
      return { outcome: "succeeded", result: { ReceivedDigits: receivedDigits(pressed, rules) } };
    }
    if (!scope.signal.aborted) await say(scope, FailureSpeechParameters, scope.signal);
  }
  // The guide does not say with which error too many wrong inputs fail; this is the one of its example.
  return { outcome: "failed", error: systemError };
};
