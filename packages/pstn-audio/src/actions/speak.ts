import { callIdOnly } from "../parameters/leg-parameters.ts";
import { type Speech, type SpeechOptions, speech, speechRules } from "../parameters/speech.ts";
import { speechTogether } from "../parameters/speech-together.ts";
import { type ActionRules, accepted } from "../rules/action-rules.ts";

/** Says a text to a leg. */
export interface SpeakAction {
  readonly Type: "Speak";
  readonly Parameters: Speech & { readonly CallId: string };
}

export const speakRules: ActionRules<SpeakAction> = {
  parameters: { ...callIdOnly, ...speechRules },
  together: [speechTogether()],
};

/** Speech names its leg by CallId; the service takes no ParticipantTag here. */
export type SpeakOptions = SpeechOptions & { readonly callId: string };

/**
 * Says a text to a leg, with a voice of Amazon Polly.
 * @throws {ActionParameterError} when the service would refuse it
 * @example speak({ callId: "call-a", text: "One moment, please." })
 */
export function speak(options: SpeakOptions): SpeakAction {
  const Parameters = { ...speech(options), CallId: options.callId };
  return accepted({ Type: "Speak", Parameters }, speakRules);
}
