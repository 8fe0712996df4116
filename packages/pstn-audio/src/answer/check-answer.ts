import type { EventType } from "../events/event.ts";
import { objectOrEmpty } from "../raw-fields.ts";
import type { CallKnowledge } from "../rules/action-rules.ts";
import { eventVocabulary } from "../vocabulary/event-vocabulary.ts";
import type { AnswerProblem } from "./answer-problem.ts";
import { checkActionList } from "./check-action-list.ts";
import { checkActions } from "./check-actions.ts";
import { checkAttributes } from "./check-attributes.ts";
import { checkIsRun } from "./check-is-run.ts";
import { checkSchema } from "./check-schema.ts";

/** `legs` and `ownedNumbers`: optional; each makes one more rule checkable. */
export interface CheckAnswerOptions extends CallKnowledge {
  /** Of the event that is answered. */
  readonly eventType: EventType;
  /** 100; an older page of the guide says 10. */
  readonly maxAttributes?: number;
}

/**
 * What the service would say to an answer: first what is wrong with it as a whole, then with each action.
 * Takes any value and never throws; an answer without problems gives an empty list.
 *
 * @example
 * const refused = checkAnswer(await handler(event), { eventType: "NEW_INBOUND_CALL" });
 */
export function checkAnswer(raw: unknown, options: CheckAnswerOptions): readonly AnswerProblem[] {
  const unanswered = checkSchema(raw);
  if (unanswered.length > 0) return unanswered;
  const { Actions, TransactionAttributes } = objectOrEmpty(raw);
  const list: readonly unknown[] = Array.isArray(Actions) ? Actions : [];
  return [
    ...checkActionList(Actions, eventVocabulary[options.eventType].needsActions),
    ...checkAttributes(TransactionAttributes, options.maxAttributes ?? 100),
    ...checkIsRun(list, options),
    ...checkActions(list, options),
  ];
}
