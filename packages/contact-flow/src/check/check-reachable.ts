import { objectOrEmpty, type RawObject } from "../raw-fields.ts";
import { branchesOf } from "./branches-of.ts";
import type { FlowProblem } from "./flow-problem.ts";

/** Warns of actions that no way leads to. */
export function checkReachable(
  start: unknown,
  actions: readonly unknown[],
): readonly FlowProblem[] {
  const byIdentifier = new Map<unknown, RawObject>(
    actions.map(objectOrEmpty).map((action) => [action.Identifier, action] as const),
  );
  if (!byIdentifier.has(start)) return [];
  const reached = new Set<unknown>();
  const ahead = [start];
  while (ahead.length > 0) {
    const identifier = ahead.pop();
    const action = byIdentifier.get(identifier);
    if (action === undefined || reached.has(identifier)) continue;
    reached.add(identifier);
    ahead.push(...branchesOf(action).map(({ target }) => target));
  }
  return actions.flatMap((action, index) => {
    const { Identifier } = objectOrEmpty(action);
    if (typeof Identifier !== "string" || reached.has(Identifier)) return [];
    return [
      {
        severity: "warning" as const,
        rule: "unreachable" as const,
        place: `Actions[${index}]`,
        action: Identifier,
        message: "is never reached from StartAction",
      },
    ];
  });
}
