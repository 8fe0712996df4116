import { spoken } from "../call-story.ts";
import type { Speech } from "../media/media.ts";
import type { ActionScope } from "./emulated-action.ts";

/** Says a text to the leg of an action. */
export async function say(
  scope: ActionScope,
  parameters: unknown,
  signal: AbortSignal,
): Promise<void> {
  const speech = { callId: scope.callId, ...speechOf(parameters) };
  scope.tell(spoken(scope.farEnd, speech));
  await scope.ports.media.speak(speech, signal);
}

/** The parameters of a speech, once the answer check found them right. */
interface SpeechParameters {
  readonly Text: string;
  readonly TextType?: "text" | "ssml" | null;
  readonly LanguageCode?: string | null;
  readonly VoiceId?: string | null;
}

function speechOf(parameters: unknown): Omit<Speech, "callId"> {
  const { Text, TextType, LanguageCode, VoiceId } = parameters as SpeechParameters;
  return {
    text: Text,
    textType: TextType ?? "text",
    ...(LanguageCode && { languageCode: LanguageCode }),
    ...(VoiceId && { voiceId: VoiceId }),
  };
}
