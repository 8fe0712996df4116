/** The stable codes of errors that stop the Lambda or one request. Why there is no call says a CallFailure. */
export const skillErrorCodes = ["skill.config", "skill.request-format"] as const;
export type SkillErrorCode = (typeof skillErrorCodes)[number];

/** Base of this Lambda's errors. Messages never hold personal data. */
abstract class SkillError extends Error {
  abstract readonly code: SkillErrorCode;
}

/** One thing that is wrong in the environment. */
export interface ConfigMistake {
  /** Such as `SMA_PHONE_NUMBER`. */
  readonly variable: string;
  /** What is wrong, and an example of a right value. */
  readonly problem: string;
}

/** The environment is not fit to start with; it names every mistake at once. */
export class ConfigError extends SkillError {
  override readonly name = "ConfigError";
  readonly code = "skill.config";
  readonly mistakes: readonly ConfigMistake[];

  constructor(mistakes: readonly ConfigMistake[]) {
    const lines = mistakes.map(({ variable, problem }) => `- ${variable}: ${problem}`);
    const count = mistakes.length === 1 ? "one mistake" : `${mistakes.length} mistakes`;
    super(`The skill cannot start, ${count} in its environment:\n${lines.join("\n")}`);
    this.mistakes = mistakes;
  }
}

/** What the Lambda was sent is no request of Alexa's; `field` is the first that is missing. */
export class RequestFormatError extends SkillError {
  override readonly name = "RequestFormatError";
  readonly code = "skill.request-format";
  readonly field: string;

  constructor(field: string) {
    super(`This is no request of Alexa's: ${field} is missing`);
    this.field = field;
  }
}
