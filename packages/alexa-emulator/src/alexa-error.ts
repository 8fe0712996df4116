/** The stable codes of what can be wrong with how the Alexa emulator is started. */
export const alexaErrorCodes = [
  "alexa.unknown-locale",
  "alexa.invalid-model",
  "alexa.skill-package",
] as const;
export type AlexaErrorCode = (typeof alexaErrorCodes)[number];

abstract class AlexaError extends Error {
  abstract readonly code: AlexaErrorCode;
}

/** A locale whose language the emulator does not speak. */
export class UnknownLocaleError extends AlexaError {
  override readonly name = "UnknownLocaleError";
  readonly code = "alexa.unknown-locale";
  readonly locale: string;

  constructor(locale: string) {
    super(
      `The Alexa emulator does not speak ${locale}; it speaks de-*, en-*, es-*, fr-*, it-* and pt-*.`,
    );
    this.locale = locale;
  }
}

/** An interaction model that cannot be read; `mistakes` has one line for each. */
export class InvalidModelError extends AlexaError {
  override readonly name = "InvalidModelError";
  readonly code = "alexa.invalid-model";
  readonly mistakes: readonly string[];

  constructor(mistakes: readonly string[]) {
    super(
      `The interaction model cannot be used:\n${mistakes.map((each) => `  ${each}`).join("\n")}`,
    );
    this.mistakes = mistakes;
  }
}

/** The skill package, or one of its files, cannot be read. */
export class SkillPackageError extends AlexaError {
  override readonly name = "SkillPackageError";
  readonly code = "alexa.skill-package";
}
