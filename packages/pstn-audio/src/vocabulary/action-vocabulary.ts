import type { ActionsByName } from "../actions/action.ts";
import { actionRulesByName } from "../actions/action-rules-by-name.ts";

/** The name of an action of the service. */
export type ActionName = keyof ActionsByName;

/** Every action of the service, by name. Each has a builder, and `checkAnswer` knows its parameters. */
export const actionNames: readonly ActionName[] = Object.keys(actionRulesByName) as ActionName[];

/** Tells whether the service has an action of this name. */
export function isActionName(name: unknown): name is ActionName {
  return typeof name === "string" && Object.hasOwn(actionRulesByName, name);
}
