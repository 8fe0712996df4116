import type { ActionOutcome } from "../call/call-input.ts";
import { systemError } from "./action-errors.ts";
import { actionTable } from "./action-table.ts";
import type { ActionScope } from "./emulated-action.ts";

/** Runs an action; one that is known but not emulated fails, and the log says why. */
export async function runAction(scope: ActionScope): Promise<ActionOutcome> {
  const { type } = scope.action;
  const row = actionTable[type];
  if ("notEmulated" in row) return failed(scope, `known, not emulated. ${row.notEmulated}`);
  try {
    return await row(scope);
  } catch (cause) {
    return failed(scope, `something around the service broke. ${String(cause)}`);
  }
}

function failed({ action, ports }: ActionScope, why: string): ActionOutcome {
  ports.log(`${action.type}: ${why}`);
  return { outcome: "failed", error: systemError };
}
