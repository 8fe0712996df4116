import type { ActionOutcome } from "../call/call-input.ts";
import { systemError } from "./action-errors.ts";
import { actionTable } from "./action-table.ts";
import type { ActionScope } from "./emulated-action.ts";

/** Runs an action; where something around it breaks, it fails and the log says why. */
export async function runAction(scope: ActionScope): Promise<ActionOutcome> {
  const { action, ports } = scope;
  try {
    return await actionTable[action.type](scope);
  } catch (cause) {
    ports.log(`${action.type}: something around the service broke. ${String(cause)}`);
    return { outcome: "failed", error: systemError };
  }
}
