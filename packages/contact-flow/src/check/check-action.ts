import { meantType, rulesOf } from "../actions/action-rules-by-type.ts";
import type { FlowType } from "../flow/flow.ts";
import { isRawObject, objectOrEmpty, type RawObject, textOf } from "../raw-fields.ts";
import type { ActionRules } from "../rules/action-rules.ts";
import { type Finding, mistake, warning } from "../rules/finding.ts";
import { checkConditions } from "./check-conditions.ts";
import { checkErrorBranches } from "./check-error-branches.ts";
import { checkParameters } from "./check-parameters.ts";
import { checkTransitions } from "./check-transitions.ts";
import { checkValues } from "./check-values.ts";

/** What an action is seen in. */
export interface FlowAround {
  readonly identifiers: ReadonlySet<unknown>;
  readonly type: FlowType | undefined;
}

export function checkAction(action: RawObject, around: FlowAround): readonly Finding[] {
  const type = textOf(action.Type);
  if (type === undefined) return [mistake("action-type", "Type", "is missing")];
  const rules = rulesOf(type);
  return [
    ...checkShape(action),
    ...checkValues(objectOrEmpty(action.Parameters)),
    ...checkTransitions(action, around.identifiers, rules?.goesOn),
    ...(rules ? checkByRules(action, rules, around.type) : [unknownType(type)]),
  ];
}

/** Exports leave Parameters out where an action needs none. */
function checkShape(action: RawObject): readonly Finding[] {
  return ["Parameters", "Transitions"]
    .filter((field) => !isRawObject(action[field] ?? (field === "Parameters" ? {} : undefined)))
    .map((field) => mistake("format", field, "is not an object"));
}

function checkByRules(
  action: RawObject,
  rules: ActionRules,
  type: FlowType | undefined,
): readonly Finding[] {
  const parameters = objectOrEmpty(action.Parameters);
  const transitions = objectOrEmpty(action.Transitions);
  return [
    ...checkParameters(parameters, rules),
    ...checkErrorBranches(transitions.Errors, rules.errors?.(parameters)),
    ...checkConditions(transitions.Conditions, rules.conditions),
    ...checkFlowType(rules, type),
  ];
}

function checkFlowType({ refusedIn }: ActionRules, type: FlowType | undefined): readonly Finding[] {
  if (type === undefined || !refusedIn?.types.includes(type)) return [];
  return [
    mistake("flow-type", "Type", `is refused in a flow of type ${type}: ${refusedIn.instead}`),
  ];
}

function unknownType(type: string): Finding {
  const meant = meantType(type);
  return meant
    ? mistake("action-type", "Type", `is not an action; its name is ${meant}`)
    : warning("action-type", "Type", "is not an action that this checker knows");
}
