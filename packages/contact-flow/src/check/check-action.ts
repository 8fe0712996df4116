import { meantType, rulesOf } from "../actions/action-rules-by-type.ts";
import type { FlowType } from "../flow/flow.ts";
import { isBareNamespace, referencesIn } from "../flow/json-path.ts";
import { isRawObject, objectOrEmpty, type RawObject, textOf } from "../raw-fields.ts";
import type { ActionRules, GoesOn } from "../rules/action-rules.ts";
import { type Finding, mistake, warning } from "../rules/finding.ts";
import { branchesOf } from "./branches-of.ts";
import { checkConditions } from "./check-conditions.ts";
import { checkErrorBranches } from "./check-error-branches.ts";
import { checkParameters } from "./check-parameters.ts";

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
  if (!refusedIn?.types.some((refused) => refused === type)) return [];
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

/** Every way on leads to an action, and there is one exactly where the action does not end the flow. */
function checkTransitions(
  action: RawObject,
  identifiers: ReadonlySet<unknown>,
  goesOn: GoesOn | undefined,
): readonly Finding[] {
  const branches = branchesOf(action);
  const lost = branches
    .filter(({ target }) => !identifiers.has(target))
    .map(({ at }) => mistake("transition", at, "names no action of the flow"));
  return [...lost, ...checkEnd(action, branches.length, goesOn)];
}

function checkEnd(
  action: RawObject,
  branches: number,
  goesOn: GoesOn | undefined,
): readonly Finding[] {
  const { NextAction } = objectOrEmpty(action.Transitions);
  if (goesOn === "always" && NextAction === undefined) {
    return [mistake("transition", "Transitions.NextAction", "is missing: the action ends no flow")];
  }
  return goesOn === "never" && branches > 0
    ? [mistake("transition", "Transitions", "has to be empty: the action ends the flow")]
    : [];
}

/** Parameters whose values are data of their own and keep their JSON types. */
const freeForm: ReadonlySet<string> = new Set(["ViewData", "RoutingCriteria"]);

/** No action's parameters are nested as deep; what is would take more of the stack than there is. */
const mostLevels = 100;

/** What holds of every value in Parameters, whatever the action: a text, and not an empty one. */
function checkValues(parameters: RawObject): readonly Finding[] {
  return Object.entries(parameters).flatMap(([name, value]) =>
    checkValue(value, `Parameters.${name}`, { free: freeForm.has(name), level: 0 }),
  );
}

interface Within {
  /** Of a parameter whose values keep their JSON types. */
  readonly free: boolean;
  readonly level: number;
}

function checkValue(value: unknown, at: string, { free, level }: Within): readonly Finding[] {
  if (typeof value === "string") return checkText(value, at);
  if (level > mostLevels) return [mistake("format", at, "is nested too deep")];
  const inside = { free, level: level + 1 };
  if (Array.isArray(value)) {
    return value.flatMap((entry, index) => checkValue(entry, `${at}[${index}]`, inside));
  }
  if (isRawObject(value)) {
    return Object.entries(value).flatMap(([name, entry]) =>
      checkValue(entry, `${at}.${name}`, inside),
    );
  }
  if (free) return [];
  const found = value === null ? "null" : typeof value;
  return [mistake("not-a-string", at, `is a ${found}: in the flow language every value is a text`)];
}

function checkText(value: string, at: string): readonly Finding[] {
  if (value === "")
    return [mistake("empty-value", at, "is empty: leave it out, or give it a value")];
  const bare = referencesIn(value).some(isBareNamespace);
  return bare ? [mistake("reference", at, "refers to a namespace, not to a value in it")] : [];
}
