/** The stable codes of errors that stop the Lambda or one request. A CallFailure says why no call was placed. */
export const skillErrorCodes = ["skill.config", "skill.request-format"] as const;
export type SkillErrorCode = (typeof skillErrorCodes)[number];

/** Base of this Lambda's errors. Messages never hold personal data. */
abstract class SkillError extends Error {
  abstract readonly code: SkillErrorCode;
}

/** What the Lambda was sent is not a request of Alexa's; `field` is the first that is missing. */
export class RequestFormatError extends SkillError {
  override readonly name = "RequestFormatError";
  readonly code = "skill.request-format";
  readonly field: string;

  constructor(field: string) {
    super(`This is not a request of Alexa's: ${field} is missing`);
    this.field = field;
  }
}
