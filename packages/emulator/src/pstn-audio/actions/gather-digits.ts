import { type DigitRules, isComplete } from "./digit-rules.ts";
import type { ActionScope } from "./emulated-action.ts";

/** Says the prompt, which the first digit cuts short, and answers what was pressed until the input is over. */
export function gatherDigits(
  { callId, onDigit, ports, signal }: ActionScope,
  rules: DigitRules,
  prompt: (signal: AbortSignal) => Promise<void>,
): Promise<string> {
  return new Promise((resolve) => {
    let pressed = "";
    let cancelTimer = () => {};
    const bargeIn = new AbortController();
    const end = () => {
      deafen();
      cancelTimer();
      bargeIn.abort();
      signal.removeEventListener("abort", end);
      resolve(pressed);
    };
    const waitFor = (ms: number) => {
      cancelTimer();
      cancelTimer = ports.clock.after(ms, end);
    };
    const deafen = onDigit(callId, (digit) => {
      pressed += digit;
      bargeIn.abort();
      if (isComplete(pressed, rules)) end();
      else waitFor(rules.nextDigitMs);
    });
    signal.addEventListener("abort", end);
    void prompt(AbortSignal.any([signal, bargeIn.signal])).then(() => {
      if (!bargeIn.signal.aborted) waitFor(rules.firstDigitMs);
    });
  });
}
