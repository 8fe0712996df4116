import { conditionOperators } from "../flow/flow.ts";
import { objectOrEmpty } from "../raw-fields.ts";
import type { ActionRules, ConditionRules } from "../rules/action-rules.ts";
import { type Finding, mistake } from "../rules/finding.ts";
import { text } from "../rules/value-rules.ts";

const any: ConditionRules = { operators: conditionOperators, operand: text };

export function checkConditions(
  conditions: unknown,
  rules: ActionRules["conditions"],
): readonly Finding[] {
  if (!Array.isArray(conditions) || conditions.length === 0) return [];
  if (rules === "no") {
    return [mistake("condition", "Transitions.Conditions", "are refused: the action has none")];
  }
  return conditions.flatMap((entry, index) => {
    const at = `Transitions.Conditions[${index}].Condition`;
    return checkCondition(objectOrEmpty(entry).Condition, at, rules === "any" ? any : rules);
  });
}

function checkCondition(condition: unknown, at: string, rules: ConditionRules): readonly Finding[] {
  const { Operator, Operands } = objectOrEmpty(condition);
  const operator = rules.operators.some((known) => known === Operator)
    ? []
    : [mistake("condition", `${at}.Operator`, `is not ${rules.operators.join(", ")}`)];
  if (!Array.isArray(Operands) || Operands.length !== 1) {
    return [...operator, mistake("condition", `${at}.Operands`, "has to hold exactly one text")];
  }
  return [...operator, ...checkOperand(Operands[0], `${at}.Operands[0]`, rules)];
}

function checkOperand(operand: unknown, at: string, rules: ConditionRules): readonly Finding[] {
  if (operand === "") {
    const advice = "answer a word such as none instead, and compare with that";
    return [mistake("empty-value", at, `is empty: a flow cannot compare with nothing; ${advice}`)];
  }
  if (typeof operand !== "string") return [mistake("not-a-string", at, "is not a text")];
  const problem = rules.operand(operand);
  return problem === undefined ? [] : [mistake("condition", at, problem)];
}
