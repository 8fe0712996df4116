/** What people say in one language; the models' samples and the tests of what is heard come from it. */
export interface SafetyPhrases {
  /** By kind of emergency. */
  readonly emergency: Readonly<Record<string, readonly string[]>>;
  readonly crisis: readonly string[];
  /** Perhaps an emergency: the caller is asked. */
  readonly doubtful: readonly string[];
  /** They sound like one, and are none. */
  readonly harmless: readonly string[];
  /** They say that there is no emergency. */
  readonly denied: readonly string[];
}

/** The intents of every model that come from the phrases. */
export function safetySamples(phrases: SafetyPhrases): Readonly<Record<string, readonly string[]>> {
  return {
    EmergencyIntent: Object.values(phrases.emergency).flat(),
    CrisisIntent: phrases.crisis,
    NoEmergencyIntent: phrases.denied,
  };
}

/** "fr" of "fr-CA": the phrases are those of a language. */
export function languageOf(locale: string): string {
  return locale.split("-", 1).join("");
}
