import type { PromptModel } from "../model/interaction-model.ts";
import { plainSpeech, type Speech, ssmlSpeech } from "../response/speech.ts";
import { escapeXml } from "../response/ssml.ts";
import type { IntentState } from "./intent-state.ts";

/**
 * A prompt of the model in Alexa's voice, with the slots' values put in. Real Alexa picks a variation at
 * random; here the `turn`-th is taken, so that the same conversation always sounds the same.
 */
export function promptSpeech(prompt: PromptModel, intent: IntentState, turn: number): Speech {
  const { type, text } = prompt.variations[turn % prompt.variations.length] ?? {
    type: "PlainText",
    text: "",
  };
  const valueIn = (slot: string) => intent.slots.get(slot)?.value ?? "";
  if (type === "PlainText") return plainSpeech("alexa", withValues(text, valueIn));
  return ssmlSpeech(
    "alexa",
    promptSsml(text, (slot) => escapeXml(valueIn(slot))),
  );
}

/** The SSML of a prompt; a model may leave its `<speak>` out. */
export function promptSsml(text: string, valueIn: (slot: string) => string): string {
  const ssml = withValues(text, valueIn);
  return ssml.trimStart().startsWith("<speak") ? ssml : `<speak>${ssml}</speak>`;
}

function withValues(text: string, valueIn: (slot: string) => string): string {
  return text.replace(/\{(\w+)\}/g, (_, slot: string) => valueIn(slot));
}
