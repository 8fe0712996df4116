import {
  type AnswerProblem,
  checkAnswer,
  type EventType,
  isActionName,
  type Leg,
  type ServiceError,
} from "@skill-call/pstn-audio";
import type { PlannedAction } from "../call/planned-action.ts";

/** What the service makes of an answer. */
export type Verdict =
  | { readonly type: "invalid"; readonly error: ServiceError }
  | {
      readonly type: "valid";
      /** Absent: those kept so far stay. */
      readonly attributes?: Readonly<Record<string, string>>;
      /** Absent: what has not run yet stays. */
      readonly actions?: readonly PlannedAction[];
    };

export interface AnswerKnowledge {
  readonly eventType: EventType;
  /** The legs of the event that is answered. */
  readonly legs: readonly Leg[];
  readonly ownedNumbers: readonly string[];
  readonly maxAttributes: number;
}

export interface ReadAnswer {
  readonly verdict: Verdict;
  readonly problems: readonly AnswerProblem[];
}

/** Reads what a Lambda answered, as strictly as the service does. */
export function readAnswer(raw: unknown, known: AnswerKnowledge): ReadAnswer {
  const problems = checkAnswer(raw, known);
  const invalid = problems.find(
    ({ scope, severity }) => scope === "answer" && severity === "error",
  );
  const error = invalid && serviceError(invalid);
  return { verdict: error ? { type: "invalid", error } : valid(raw, problems), problems };
}

/** The answer's fields, once the check found them to be there and right. */
interface CheckedAnswer {
  readonly Actions?: readonly CheckedAction[] | null;
  readonly TransactionAttributes?: Readonly<Record<string, string>> | null;
}

interface CheckedAction {
  readonly Type: string;
  /** A Hangup may go without. */
  readonly Parameters?: Readonly<Record<string, unknown>> | null;
}

function valid(raw: unknown, problems: readonly AnswerProblem[]): Verdict {
  const { Actions, TransactionAttributes } = raw as CheckedAnswer;
  return {
    type: "valid",
    ...(TransactionAttributes && { attributes: TransactionAttributes }),
    ...(Actions && { actions: Actions.flatMap((action, i) => planned(action, i, problems)) }),
  };
}

function planned(
  { Type, Parameters }: CheckedAction,
  index: number,
  problems: readonly AnswerProblem[],
): readonly PlannedAction[] {
  if (!isActionName(Type)) return [];
  const refusals = problems.flatMap((problem) =>
    problem.actionIndex === index ? (serviceError(problem) ?? []) : [],
  );
  const [refusal] = refusals;
  return [{ type: Type, parameters: Parameters ?? {}, ...(refusal && { refusal }) }];
}

function serviceError(problem: AnswerProblem): ServiceError | undefined {
  if (problem.severity !== "error") return undefined;
  return { type: problem.errorType, message: problem.message };
}
