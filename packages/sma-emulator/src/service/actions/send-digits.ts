import { dialledDigits } from "../call-story.ts";
import { systemError } from "./action-errors.ts";
import { type EmulatedAction, succeeded } from "./emulated-action.ts";

/** The parameters, once the answer check found them right; numbers may come as texts. */
interface SendDigitsParameters {
  readonly Digits: string;
  readonly ToneDurationInMilliseconds?: number | string | null;
}

/** Guide, "SendDigits": default of ToneDurationInMilliseconds. */
const defaultToneMs = 250;

/** Dials into a leg, as a phone's keypad would. */
export const sendDigits: EmulatedAction = async (scope) => {
  const parameters = scope.action.parameters as unknown as SendDigitsParameters;
  const toneMs = Number(parameters.ToneDurationInMilliseconds ?? defaultToneMs);
  const dialling = { callId: scope.callId, digits: parameters.Digits, toneMs };
  scope.tell(dialledDigits(scope.farEnd, dialling));
  const dialled = await scope.ports.media.dial(dialling, scope.signal);
  return dialled ? succeeded : { outcome: "failed", error: systemError };
};
