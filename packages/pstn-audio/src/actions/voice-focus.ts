import { callIdOnly } from "../parameters/leg-parameters.ts";
import { type ActionRules, accepted } from "../rules/action-rules.ts";
import { required } from "../rules/parameter-rules.ts";
import { yesOrNo } from "../rules/value-rules.ts";

/** Takes the noise out of a leg, or lets it in again (guide, "VoiceFocus"). */
export interface VoiceFocusAction {
  readonly Type: "VoiceFocus";
  readonly Parameters: { readonly Enable: boolean; readonly CallId: string };
}

export const voiceFocusRules: ActionRules<VoiceFocusAction> = {
  parameters: { ...callIdOnly, Enable: required(yesOrNo) },
};

export interface VoiceFocusOptions {
  readonly callId: string;
  readonly enable: boolean;
}

/**
 * Switches noise suppression on a leg on or off.
 * @throws {ActionParameterError} when the service would refuse it
 * @example voiceFocus({ callId: "call-a", enable: true })
 */
export function voiceFocus({ callId, enable }: VoiceFocusOptions): VoiceFocusAction {
  const Parameters = { Enable: enable, CallId: callId };
  return accepted({ Type: "VoiceFocus", Parameters }, voiceFocusRules);
}
