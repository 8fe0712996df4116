import type { InteractionModel } from "../model/interaction-model.ts";
import type { IntentState } from "./intent-state.ts";
import { type DialogStep, nextStep } from "./next-step.ts";

export type DialogState = "STARTED" | "IN_PROGRESS" | "COMPLETED";

/** What happens with an intent after the caller has spoken. */
export type DialogProgress =
  | { readonly kind: "send"; readonly dialogState?: DialogState }
  /** Alexa asks on, without the skill: delegation strategy `ALWAYS`. */
  | Extract<DialogStep, { kind: "ask" }>;

export interface Before {
  /** The caller answered a question about this intent. */
  readonly isContinued: boolean;
  /** The question was Alexa's own. */
  readonly wasDelegated: boolean;
}

/**
 * How the request is marked. Only a dialog that the skill delegates becomes `COMPLETED`; one that it leads
 * with ElicitSlot and the Confirm directives stays `IN_PROGRESS`. An intent without a dialog has no state.
 */
export function dialogProgress(
  intent: IntentState,
  before: Before,
  { dialogs }: InteractionModel,
): DialogProgress {
  const dialog = dialogs.get(intent.name);
  if (!dialog) return { kind: "send" };
  const step = nextStep(dialog, intent);
  if (dialog.delegationStrategy === "ALWAYS")
    return step.kind === "ask" ? step : { kind: "send", dialogState: "COMPLETED" };
  if (!before.isContinued) return { kind: "send", dialogState: "STARTED" };
  const isComplete = before.wasDelegated && step.kind === "complete";
  return { kind: "send", dialogState: isComplete ? "COMPLETED" : "IN_PROGRESS" };
}
