import type { UnnamedAction } from "../flow/flow.ts";
import { type ActionRules, optional, required } from "../rules/action-rules.ts";
import { oneOfInAnyCase, orReference, text } from "../rules/value-rules.ts";

/** Amazon Polly's voice for what follows; its language is the voice's. */
export const updateContactTextToSpeechVoiceRules: ActionRules = {
  parameters: {
    TextToSpeechVoice: required(text),
    TextToSpeechEngine: optional(
      orReference(oneOfInAnyCase("standard", "neural", "long-form", "generative")),
    ),
    TextToSpeechStyle: optional(
      orReference(oneOfInAnyCase("None", "Conversational", "Newscaster")),
    ),
  },
  errors: () => ({ required: [], usual: ["NoMatchingError"] }),
  conditions: "no",
  goesOn: "always",
};

export interface UpdateContactTextToSpeechVoiceOptions<Next extends string> {
  /** A voice of Amazon Polly, such as `Joanna`, or a reference. */
  readonly voice: string;
  readonly engine?: "standard" | "neural" | "long-form" | "generative";
  readonly next: Next;
  readonly error: Next;
}

export function updateContactTextToSpeechVoice<const Next extends string>(
  options: UpdateContactTextToSpeechVoiceOptions<Next>,
): UnnamedAction<Next> {
  return {
    Type: "UpdateContactTextToSpeechVoice",
    Parameters: {
      TextToSpeechVoice: options.voice,
      ...(options.engine && { TextToSpeechEngine: options.engine }),
    },
    Transitions: {
      NextAction: options.next,
      Errors: [{ NextAction: options.error, ErrorType: "NoMatchingError" }],
    },
  };
}
