import {
  type Answer,
  type AnswerError,
  type AnswerProblem,
  answer,
  checkAnswer,
  type PstnAudioEvent,
} from "@skill-call/pstn-audio";
import type { Log } from "@skill-call/telemetry";
import { toAttributes } from "./call/attributes.ts";
import type { Decision } from "./decide.ts";
import type { Outcome } from "./invocation.ts";

/** The older of the guide's two limits, so that either holds. */
const maxAttributes = 10;

/** The answer to an event, checked as the service will check it; the fallback where it would refuse it. */
export function soundAnswer(event: PstnAudioEvent, decision: Decision, log: Log): Answer {
  const intended = toAnswer(event, decision.outcome);
  const errors = checkAnswer(intended, { eventType: event.type, maxAttributes }).filter(isError);
  if (errors.length === 0) return intended;
  log("error", "answer.unsound", {
    transactionId: event.transactionId,
    move: decision.move,
    errors: errors.map(({ errorType, field }) => `${errorType} at ${field}`),
  });
  return toAnswer(event, decision.fallback());
}

function toAnswer(event: PstnAudioEvent, { actions, state }: Outcome): Answer {
  return answer(actions, toAttributes({ ...state, answered: event.sequence }));
}

function isError(problem: AnswerProblem): problem is AnswerError {
  return problem.severity === "error";
}
