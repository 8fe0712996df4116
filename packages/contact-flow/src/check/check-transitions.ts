import { objectOrEmpty, type RawObject } from "../raw-fields.ts";
import type { GoesOn } from "../rules/action-rules.ts";
import { type Finding, mistake } from "../rules/finding.ts";
import { branchesOf } from "./branches-of.ts";

/** Every way on leads to an action, and there is one exactly where the action does not end the flow. */
export function checkTransitions(
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
