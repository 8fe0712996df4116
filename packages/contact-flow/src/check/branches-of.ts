import { objectOrEmpty, type RawObject } from "../raw-fields.ts";

/** One way on from an action; `at` is where it stands, such as `Transitions.Errors[0].NextAction`. */
export interface Branch {
  readonly at: string;
  readonly target: unknown;
}

/** All ways on from an action, as they stand in it. */
export function branchesOf(action: RawObject): readonly Branch[] {
  const transitions = objectOrEmpty(action.Transitions);
  const next = transitions.NextAction;
  return [
    ...(next === undefined ? [] : [{ at: "Transitions.NextAction", target: next }]),
    ...branchesIn("Conditions", transitions.Conditions),
    ...branchesIn("Errors", transitions.Errors),
  ];
}

function branchesIn(name: string, list: unknown): readonly Branch[] {
  if (!Array.isArray(list)) return [];
  return list.map((entry, index) => ({
    at: `Transitions.${name}[${index}].NextAction`,
    target: objectOrEmpty(entry).NextAction,
  }));
}
