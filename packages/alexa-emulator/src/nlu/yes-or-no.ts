import type { Language } from "../languages/language.ts";
import type { InteractionModel } from "../model/interaction-model.ts";
import { type Utterance, wordKey } from "./utterance.ts";

/** The answer to a question of Alexa's own; undefined where it is neither. */
export type YesOrNo = (said: Utterance) => "yes" | "no" | undefined;

/** Knows the words of AMAZON.YesIntent and AMAZON.NoIntent, and those that the model adds to them. */
export function yesOrNoIn(model: InteractionModel, language: Language): YesOrNo {
  const yes = utterancesOf("AMAZON.YesIntent", model, language);
  const no = utterancesOf("AMAZON.NoIntent", model, language);
  return (said) => {
    const key = wordKey(said);
    if (yes.has(key)) return "yes";
    return no.has(key) ? "no" : undefined;
  };
}

function utterancesOf(name: string, model: InteractionModel, language: Language): Set<string> {
  const samples = model.intents.find((intent) => intent.name === name)?.samples ?? [];
  const texts = samples.map(({ text }) => text);
  return new Set([...(language.builtInUtterances[name] ?? []), ...texts].map(wordKey));
}
