import type { FlowProblem } from "./check/flow-problem.ts";

/** The stable codes, one for each thing a user of this package can act on. */
export const contactFlowErrorCodes = [
  "contact-flow.event-format",
  "contact-flow.answer-too-large",
  "contact-flow.invalid-flow",
] as const;
export type ContactFlowErrorCode = (typeof contactFlowErrorCodes)[number];

/** Base of this package's errors. Messages name fields and never repeat the values of an event or an answer. */
export abstract class ContactFlowError extends Error {
  abstract readonly code: ContactFlowErrorCode;
}

/** Identifies this package's errors by their code, even if a bundle contains two copies of the package. */
export function isContactFlowError<Code extends ContactFlowErrorCode = ContactFlowErrorCode>(
  error: unknown,
  code?: Code,
): error is ContactFlowError & { readonly code: Code } {
  if (!(error instanceof Error) || !("code" in error)) return false;
  if (code !== undefined) return error.code === code;
  return contactFlowErrorCodes.some((known) => known === error.code);
}

/** What invoked the Lambda is not a contact flow's event; `field` is its path, such as `Details.ContactData.ContactId`. */
export class EventFormatError extends ContactFlowError {
  override readonly name = "EventFormatError";
  readonly code = "contact-flow.event-format";
  readonly field: string;

  constructor(field: string, problem: string, options?: ErrorOptions) {
    super(`Not an event of a contact flow: ${field} ${problem}`, options);
    this.field = field;
  }
}

/** The answer is larger than Connect takes from a Lambda; `bytes` as UTF-8. */
export class AnswerTooLargeError extends ContactFlowError {
  override readonly name = "AnswerTooLargeError";
  readonly code = "contact-flow.answer-too-large";
  readonly bytes: number;

  constructor(bytes: number, limit: number, options?: ErrorOptions) {
    super(`A flow takes at most ${limit} bytes from a Lambda; the answer has ${bytes}`, options);
    this.bytes = bytes;
  }
}

/** Connect would refuse to publish the flow; `problems` has every reason with its place. */
export class InvalidFlowError extends ContactFlowError {
  override readonly name = "InvalidFlowError";
  readonly code = "contact-flow.invalid-flow";
  readonly problems: readonly FlowProblem[];

  constructor(problems: readonly FlowProblem[], options?: ErrorOptions) {
    const lines = problems.map(({ place, message }) => `- ${place}: ${message}`);
    super(["Amazon Connect would refuse the flow:", ...lines].join("\n"), options);
    this.problems = problems;
  }
}
