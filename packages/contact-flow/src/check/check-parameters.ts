import type { RawObject } from "../raw-fields.ts";
import type { ActionRules, ParameterRule } from "../rules/action-rules.ts";
import { type Finding, mistake } from "../rules/finding.ts";

/** Names that AWS's own pages print, and those that the live API takes. */
const misprints: Readonly<Record<string, string>> = {
  ThirdPartyConnectionTimeoutSeconds: "ThirdPartyConnectionTimeLimitSeconds",
  InputTimeoutSeconds: "InputTimeLimitSeconds",
  TimeoutSeconds: "TimeLimitSeconds",
};

export function checkParameters(parameters: RawObject, rules: ActionRules): readonly Finding[] {
  const together = rules.together?.(parameters) ?? [];
  if (rules.parameters === undefined) return together;
  return [...checkEach(parameters, rules.parameters), ...together];
}

function checkEach(
  parameters: RawObject,
  rules: Readonly<Record<string, ParameterRule>>,
): readonly Finding[] {
  const known = Object.entries(rules).flatMap(([name, { required, accepts }]) => {
    const value = parameters[name];
    if (value === undefined) return required ? [at(name, "is required")] : [];
    // Every value is a text that says something; what is not is found by another rule.
    if (value === "" || typeof value === "number" || typeof value === "boolean") return [];
    const problem = accepts(value);
    return problem === undefined ? [] : [at(name, problem)];
  });
  const unknown = Object.keys(parameters).filter((name) => !Object.hasOwn(rules, name));
  return [...known, ...unknown.map((name) => at(name, notKnown(name, rules)))];
}

function at(name: string, message: string): Finding {
  return mistake("parameter", `Parameters.${name}`, message);
}

function notKnown(name: string, rules: Readonly<Record<string, ParameterRule>>): string {
  const meant = Object.keys(rules).find(
    (known) => known === misprints[name] || known.toLowerCase() === name.toLowerCase(),
  );
  return `is not a parameter of this action${meant === undefined ? "" : `; it is ${meant}`}`;
}
