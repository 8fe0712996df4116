/** The stable codes of this package's errors. */
export const callFormErrorCodes = ["call-form.invalid"] as const;
export type CallFormErrorCode = (typeof callFormErrorCodes)[number];

/** One thing that is wrong in one document of a call form. */
export interface FormMistake {
  /** Such as `call-form.json` or `words/es-US.json`. */
  readonly document: string;
  /** Where in it: a JSON pointer (RFC 6901) such as `/fields/2/check/length`; empty for the whole document. */
  readonly pointer: string;
  readonly problem: string;
}

/** `call-form.json /fields/2/check/length: must be a length or two`. */
export function mistakeLine({ document, pointer, problem }: FormMistake): string {
  return `${document}${pointer && ` ${pointer}`}: ${problem}`;
}

/** The documents are not a call form; the message names every mistake with its place. */
export class CallFormError extends Error {
  override readonly name = "CallFormError";
  readonly code = "call-form.invalid";
  readonly mistakes: readonly FormMistake[];

  constructor(mistakes: readonly FormMistake[]) {
    const count = mistakes.length === 1 ? "one mistake" : `${mistakes.length} mistakes`;
    const lines = mistakes.map((mistake) => `- ${mistakeLine(mistake)}`);
    super(`The call form has ${count}:\n${lines.join("\n")}`);
    this.mistakes = mistakes;
  }
}

/** Identifies this package's errors by their code, even if a bundle contains two copies of the package. */
export function isCallFormError(error: unknown): error is CallFormError {
  return (
    error instanceof Error && "code" in error && callFormErrorCodes.some((c) => c === error.code)
  );
}
