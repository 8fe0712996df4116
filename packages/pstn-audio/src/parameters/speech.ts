import { defined } from "../defined.ts";
import { missing } from "../rules/finding.ts";
import { optional, type ParameterRules, required } from "../rules/parameter-rules.ts";
import { anyText, oneOf, type ValueRule } from "../rules/value-rules.ts";

/** What Amazon Polly is to say and how. */
export interface Speech {
  readonly Text: string;
  readonly Engine?: SpeechEngine;
  readonly LanguageCode?: string;
  readonly TextType?: SpeechTextType;
  readonly VoiceId?: string;
}

type SpeechEngine = "standard" | "neural";
type SpeechTextType = "text" | "ssml";

/** What is to be said, as the builders take it. */
export interface SpeechOptions {
  /** At most 1,000 characters, SSML tags included. */
  readonly text: string;
  /** The service takes "standard". */
  readonly engine?: SpeechEngine;
  readonly languageCode?: string;
  /** The service takes "text". */
  readonly textType?: SpeechTextType;
  /** The service takes "Joanna". */
  readonly voiceId?: string;
}

/** Guide, "Speak", error handling. */
const mostCharacters = 1_000;

const notTooLong: ValueRule = (value) =>
  typeof value === "string" && value.length > mostCharacters
    ? `is longer than ${mostCharacters} characters`
    : undefined;

const noText = missing("Text is a required parameter.");
const tooMuchText = missing("Text is limited to 1,000 characters");

export const speechRules: ParameterRules<keyof Speech> = {
  Text: (value, field) => [
    ...required(anyText, noText)(value, field),
    ...optional(notTooLong, tooMuchText)(value, field),
  ],
  Engine: optional(oneOf("standard", "neural")),
  LanguageCode: optional(anyText),
  TextType: optional(oneOf("text", "ssml")),
  VoiceId: optional(anyText),
};

export function speech(options: SpeechOptions): Speech {
  return defined({
    Text: options.text,
    Engine: options.engine,
    LanguageCode: options.languageCode,
    TextType: options.textType,
    VoiceId: options.voiceId,
  });
}
