import { readSsml, toSsml } from "./ssml.ts";

/** Something that the device says. */
export interface Speech {
  /** Whose words they are: the skill's own, or Alexa's; the prompts of the model are hers. */
  readonly by: "skill" | "alexa";
  /** What people hear, in plain words. */
  readonly text: string;
  readonly ssml: string;
}

export function plainSpeech(by: Speech["by"], text: string): Speech {
  return { by, text, ssml: toSsml(text) };
}

/** Speech of SSML that has been checked before. */
export function ssmlSpeech(by: Speech["by"], ssml: string): Speech {
  return { by, text: readSsml(ssml).text ?? "", ssml };
}
