import { actionRulesByName } from "../actions/action-rules-by-name.ts";
import { callIdIsOfThisCall } from "../parameters/leg-parameters.ts";
import { isRawObject, type RawObject } from "../raw-fields.ts";
import {
  type ActionRules,
  type CallKnowledge,
  checkAction,
  type WireAction,
} from "../rules/action-rules.ts";
import { type Finding, warning } from "../rules/finding.ts";
import { isAbsent } from "../rules/parameter-rules.ts";
import type { AnswerProblem } from "./answer-problem.ts";

const rulesByName: Readonly<Record<string, ActionRules<WireAction>>> = actionRulesByName;

/** What is wrong with each action that can be read. */
export function checkActions(
  list: readonly unknown[],
  known: CallKnowledge,
): readonly AnswerProblem[] {
  return list.flatMap((entry, index) =>
    isRawObject(entry)
      ? findingsOf(entry, known).map((finding) => actionProblem(finding, index))
      : [],
  );
}

function findingsOf({ Type, Parameters }: RawObject, known: CallKnowledge): readonly Finding[] {
  if (typeof Type !== "string") return [];
  if (Type === "Hangup" && isAbsent(Parameters)) return [withoutParameters];
  if (!isRawObject(Parameters)) return [];
  const rules = Object.hasOwn(rulesByName, Type) ? rulesByName[Type] : undefined;
  return [
    ...(rules ? checkAction(Parameters, rules, known) : []),
    ...callIdIsOfThisCall(Parameters, known),
  ];
}

const withoutParameters = warning(
  "CallId",
  "There are no Parameters; the service takes the leg of the event.",
);

function actionProblem(finding: Finding, actionIndex: number): AnswerProblem {
  const field = `Actions[${actionIndex}].Parameters.${finding.field}`;
  return { ...finding, scope: "action", actionIndex, field };
}
