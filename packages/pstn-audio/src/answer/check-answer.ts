import { actionRulesByName } from "../actions/action-rules-by-name.ts";
import type { EventType } from "../events/event.ts";
import { liveLegs } from "../events/live-legs.ts";
import { isRawObject, objectOrEmpty, type RawObject } from "../raw-fields.ts";
import {
  type ActionRules,
  type CallKnowledge,
  checkAction,
  type WireAction,
} from "../rules/action-rules.ts";
import type { Finding } from "../rules/finding.ts";
import { eventVocabulary } from "../vocabulary/event-vocabulary.ts";
import type { AnswerProblem } from "./answer-problem.ts";
import { checkActionList } from "./check-action-list.ts";
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
    ...list.flatMap((action, index) => checkEntry(action, { index, known: options })),
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

interface Entry {
  readonly index: number;
  readonly known: CallKnowledge;
}

function checkEntry(action: unknown, { index, known }: Entry): readonly AnswerProblem[] {
  if (!isRawObject(action) || !isRawObject(action.Parameters)) return [];
  const rules = rulesOf(action);
  const findings = rules ? checkAction(action.Parameters, rules, known) : [];
  return findings.map((finding) => actionProblem(finding, index));
}

const rulesByName: Readonly<Record<string, ActionRules<WireAction>>> = actionRulesByName;

function rulesOf({ Type }: RawObject): ActionRules<WireAction> | undefined {
  return typeof Type === "string" && Object.hasOwn(rulesByName, Type)
    ? rulesByName[Type]
    : undefined;
}

function actionProblem(finding: Finding, actionIndex: number): AnswerProblem {
  const field = `Actions[${actionIndex}].Parameters.${finding.field}`;
  return { ...finding, scope: "action", actionIndex, field };
}
