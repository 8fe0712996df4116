import { actionVocabulary } from "@skill-call/pstn-audio";
import type { ActionOutcome } from "../call/call-input.ts";
import { systemError } from "./action-errors.ts";
import { actionTable } from "./action-table.ts";
import type { ActionScope } from "./emulated-action.ts";

/** Runs an action; one that is known but not emulated fails, and the log says why. */
export async function runAction(scope: ActionScope): Promise<ActionOutcome> {
  const { type } = scope.action;
  const emulated = actionTable[type];
  if (!emulated) return failed(scope, `known, not emulated. ${actionVocabulary[type].note}`);
  try {
    return await emulated(scope);
  } catch (cause) {
    return failed(scope, `something around the service broke. ${String(cause)}`);
  }
}

function failed({ action, ports }: ActionScope, why: string): ActionOutcome {
  ports.log(`${action.type}: ${why}`);
  return { outcome: "failed", error: systemError };
}
