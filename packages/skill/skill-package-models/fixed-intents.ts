import type { LanguageCode } from "@skill-call/call-form";
import type { IntentModel } from "@skill-call/call-form/models";
import en from "../safety-phrases/en.json" with { type: "json" };
import es from "../safety-phrases/es.json" with { type: "json" };
import fr from "../safety-phrases/fr.json" with { type: "json" };
import { type SafetyPhrases, safetySamples } from "../skill-package-lint/safety-phrases.ts";

const phrases: Readonly<Record<LanguageCode, SafetyPhrases>> = { en, es, fr };

/** The intents that every skill has, whatever it asks: a caller who calls for help is heard. */
export function fixedIntents(language: LanguageCode): readonly IntentModel[] {
  return Object.entries(safetySamples(phrases[language])).map(([name, samples]) => ({
    name,
    slots: [],
    samples,
  }));
}
