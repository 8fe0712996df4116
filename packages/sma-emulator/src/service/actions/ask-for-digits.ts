import type { ActionOutcome } from "../call/call-input.ts";
import { systemError } from "./action-errors.ts";
import { digitRules, isRight, receivedDigits } from "./digit-rules.ts";
import type { ActionScope } from "./emulated-action.ts";
import { gatherDigits, type Prompt } from "./gather-digits.ts";

export interface Question {
  readonly prompt: Prompt;
  /** What follows a wrong or missing input. */
  readonly failurePrompt: Prompt;
  /** How it ends when one of the two cannot be played. */
  readonly noPrompt?: ActionOutcome;
  readonly noFailurePrompt?: ActionOutcome;
}

/** Answers the call, asks and gathers digits, again and again until they are right. */
export async function askForDigits(
  scope: ActionScope,
  { prompt, failurePrompt, noPrompt = noSound, noFailurePrompt = noSound }: Question,
): Promise<ActionOutcome> {
  const rules = digitRules(scope.action.parameters);
  scope.dispatch({ type: "caller-answered" });
  for (let attempt = 1; attempt <= rules.attempts && !scope.signal.aborted; attempt += 1) {
    const pressed = await gatherDigits(scope, rules, prompt);
    if (pressed === undefined) return noPrompt;
    if (isRight(pressed, rules)) {
      return { outcome: "succeeded", result: { ReceivedDigits: receivedDigits(pressed, rules) } };
    }
    if (!scope.signal.aborted && !(await failurePrompt(scope.signal))) return noFailurePrompt;
  }
  // The guide does not say with which error too many wrong inputs fail; this is the one of its example.
  return {
    outcome: "failed",
    error: systemError,
    why: `no right input in ${rules.attempts} attempts`,
  };
}

const noSound: ActionOutcome = { outcome: "failed", error: systemError };
