import { DigitInput } from "./digit-input.ts";
import type { EmulatedAction } from "./emulated-action.ts";

/** The parameters, once the answer check found them right; numbers may come as texts. */
interface ReceiveDigitsParameters {
  readonly InputDigitsRegex: string;
  readonly InBetweenDigitsDurationInMilliseconds: number | string;
  readonly FlushDigitsDurationInMilliseconds: number | string;
}

/** Listens for digits from now on, while other actions run, and succeeds at once: each input is an event of its own. */
export const receiveDigits: EmulatedAction = async ({ action, callId, ports, ...call }) => {
  const parameters = action.parameters as unknown as ReceiveDigitsParameters;
  const input = new DigitInput({
    clock: ports.clock,
    pattern: new RegExp(parameters.InputDigitsRegex),
    lookMs: Number(parameters.InBetweenDigitsDurationInMilliseconds),
    flushMs: Number(parameters.FlushDigitsDurationInMilliseconds),
    onInput: (digits) => call.dispatch({ type: "digits-received", action, callId, digits }),
  });
  call.collectDigits(callId, input);
  const bridge = call.state.before;
  if (
    bridge?.action.type === "CallAndBridge" &&
    ports.variations.includes("success-names-call-and-bridge")
  ) {
    return { outcome: "succeeded", as: bridge };
  }
  // The guide's example of this event has them empty ("Receiving caller input").
  return { outcome: "succeeded", result: { ReceivedDigits: "" } };
};
