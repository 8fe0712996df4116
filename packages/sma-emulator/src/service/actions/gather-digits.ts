import { type DigitRules, isComplete } from "./digit-rules.ts";
import type { ActionScope } from "./emulated-action.ts";

/** Asks for something; `false` when that is not possible: there is no such audio file. */
export type Prompt = (signal: AbortSignal) => Promise<boolean>;

/**
 * Gives the prompt, which the first digit cuts short, and answers what was pressed until the input is over; undefined
 * when there is no prompt to give.
 */
export function gatherDigits(
  { callId, onDigit, ports, signal }: ActionScope,
  rules: DigitRules,
  prompt: Prompt,
): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    let pressed = "";
    let cancelTimer = () => {};
    const bargeIn = new AbortController();
    const end = (input: string | undefined) => {
      deafen();
      cancelTimer();
      bargeIn.abort();
      signal.removeEventListener("abort", endAsIs);
      resolve(input);
    };
    const endAsIs = () => end(pressed);
    const waitFor = (ms: number) => {
      cancelTimer();
      cancelTimer = ports.clock.after(ms, endAsIs);
    };
    const deafen = onDigit(callId, (digit) => {
      pressed += digit;
      bargeIn.abort();
      if (isComplete(pressed, rules)) endAsIs();
      else waitFor(rules.nextDigitMs);
      return true;
    });
    signal.addEventListener("abort", endAsIs);
    prompt(AbortSignal.any([signal, bargeIn.signal])).then((given) => {
      if (!given) end(undefined);
      else if (!bargeIn.signal.aborted) waitFor(rules.firstDigitMs);
    }, reject);
  });
}
