import {
  type DigitInput,
  type DigitInputOptions,
  digitInput,
  digitInputRules,
  moreDigitsAtMostThanAtLeast,
} from "../parameters/digit-input.ts";
import { callIdOnly } from "../parameters/leg-parameters.ts";
import { type Speech, type SpeechOptions, speech, speechRules } from "../parameters/speech.ts";
import { speechTogether } from "../parameters/speech-together.ts";
import { type ActionRules, accepted } from "../rules/action-rules.ts";
import { missing } from "../rules/finding.ts";
import { requiredMap } from "../rules/parameter-rules.ts";

/** Says a text and gathers digits, again and again until they are right or `Repeat` is used up. */
export interface SpeakAndGetDigitsAction {
  readonly Type: "SpeakAndGetDigits";
  readonly Parameters: DigitInput & {
    readonly CallId: string;
    readonly SpeechParameters: Speech;
    readonly FailureSpeechParameters: Speech;
  };
}

export const speakAndGetDigitsRules: ActionRules<SpeakAndGetDigitsAction> = {
  parameters: {
    ...callIdOnly,
    SpeechParameters: requiredMap(speechRules, missing("Text is a required parameter.")),
    FailureSpeechParameters: requiredMap(speechRules, missing("Text is a required parameter.")),
    ...digitInputRules,
  },
  together: [
    moreDigitsAtMostThanAtLeast,
    speechTogether("SpeechParameters"),
    speechTogether("FailureSpeechParameters"),
  ],
};

export interface SpeakAndGetDigitsOptions extends DigitInputOptions {
  readonly callId: string;
  readonly speech: SpeechOptions;
  /** Said after a wrong or missing input. */
  readonly failureSpeech: SpeechOptions;
}

/**
 * Says a text and waits for keys; another text is said after a wrong or missing input.
 * @throws {ActionParameterError} when the service would refuse it
 * @example speakAndGetDigits({ callId: "call-a", speech: { text: "Press one for billing." }, failureSpeech: { text: "Please press one." }, repeatDurationInMilliseconds: 5000, maxNumberOfDigits: 1 })
 */
export function speakAndGetDigits(options: SpeakAndGetDigitsOptions): SpeakAndGetDigitsAction {
  const Parameters = {
    CallId: options.callId,
    SpeechParameters: speech(options.speech),
    FailureSpeechParameters: speech(options.failureSpeech),
    ...digitInput(options),
  };
  return accepted({ Type: "SpeakAndGetDigits", Parameters }, speakAndGetDigitsRules);
}
