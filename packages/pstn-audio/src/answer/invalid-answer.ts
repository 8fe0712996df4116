import type { AnswerError } from "./answer-problem.ts";

/**
 * ErrorType of the invalid answers for which the guide prints a message and no type. The name is ours:
 * no public log shows one.
 */
const unpublishedErrorType = "InvalidLambdaResponse";

interface InvalidAnswer {
  readonly field: string;
  readonly message: string;
  readonly hint: string;
  readonly errorType?: string;
  readonly actionIndex?: number;
}

/** A problem for which the service sends INVALID_LAMBDA_RESPONSE. */
export function invalidAnswer(problem: InvalidAnswer): AnswerError {
  return { severity: "error", scope: "answer", errorType: unpublishedErrorType, ...problem };
}
