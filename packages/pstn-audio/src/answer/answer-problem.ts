/** What is wrong with an answer. */
export type AnswerProblem = AnswerError | AnswerWarning;

interface ProblemPlace {
  /** `answer`: the whole answer is concerned; `action`: one action of it. */
  readonly scope: "answer" | "action";
  /** Index in `Actions`. */
  readonly actionIndex?: number;
  /** Path in the answer, such as `Actions[0].Parameters.Endpoints[0].Uri`; empty for the answer itself. */
  readonly field: string;
}

/**
 * The service refuses it. Scope `answer`: it invokes the Lambda again with INVALID_LAMBDA_RESPONSE; scope
 * `action`: with ACTION_FAILED when it comes to that action.
 */
export interface AnswerError extends ProblemPlace {
  readonly severity: "error";
  /** The service's ErrorType. */
  readonly errorType: string;
  /** The service's ErrorMessage. */
  readonly message: string;
  /** In our words: what is wrong. Never repeats the value. */
  readonly hint: string;
}

/** The service lets it pass, but something will not happen as it was meant. */
export interface AnswerWarning extends ProblemPlace {
  readonly severity: "warning";
  /** In our words: what will happen instead. */
  readonly message: string;
}
