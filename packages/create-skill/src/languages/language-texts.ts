/** What a new skill says of itself in one language, and what its tests say to it. */
export interface LanguageTexts {
  /** As the questions name it. */
  readonly name: string;
  /** What is offered where nobody says why people call: as Alexa names it. */
  readonly reasons: readonly string[];
  /** The reason for whatever matches none. */
  readonly other: string;
  readonly store: {
    readonly summary: string;
    /** @param reasons joined: "billing, technical support, or sales" */
    description(company: string, reasons: string): string;
    /** Two of them: the skill is opened, and asked to call in one sentence. */
    examplePhrases(invocationName: string, reason: string): readonly string[];
    readonly keywords: readonly string[];
    testingInstructions(invocationName: string, reason: string): string;
  };
  readonly caller: {
    opens(invocationName: string): string;
    readonly firstName: string;
  };
}
