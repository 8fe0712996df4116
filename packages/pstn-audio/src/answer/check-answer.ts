import type { EventType } from "../events/event.ts";
import { liveLegs } from "../events/live-legs.ts";
import { objectOrEmpty } from "../raw-fields.ts";
import type { CallKnowledge } from "../rules/action-rules.ts";
import { eventVocabulary } from "../vocabulary/event-vocabulary.ts";
import type { AnswerProblem } from "./answer-problem.ts";
import { checkActionList } from "./check-action-list.ts";
import { checkActions } from "./check-actions.ts";
import { checkAttributes } from "./check-attributes.ts";
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

function checkIsRun(
  list: readonly unknown[],
  options: CheckAnswerOptions,
): readonly AnswerProblem[] {
  if (list.length === 0 || isRun(options)) return [];
  const message = `The service does not run the actions of an answer to this ${options.eventType}.`;
  return [{ severity: "warning", scope: "answer", field: "Actions", message }];
}

function isRun({ eventType, legs }: CheckAnswerOptions): boolean {
  const { runsActions } = eventVocabulary[eventType];
  if (runsActions === "while another leg lives") return !legs || liveLegs({ legs }).length > 0;
  return runsActions === "always";
}
