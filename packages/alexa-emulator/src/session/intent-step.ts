import { type DialogState, dialogProgress } from "../dialog/dialog-progress.ts";
import type { IntentState } from "../dialog/intent-state.ts";
import { wireIntent } from "../dialog/wire-intent.ts";
import type { InteractionModel } from "../model/interaction-model.ts";
import { askByPrompt } from "./ask-by-prompt.ts";
import type { Listening } from "./listening.ts";
import type { Sending, Step } from "./step.ts";

/** The caller has said something about an intent: the skill hears of it, or Alexa asks on by herself. */
export function intentStep(
  intent: IntentState,
  before: Listening | undefined,
  model: InteractionModel,
): Step {
  const isContinued = before?.kind === "answer" && before.intent.name === intent.name;
  const wasDelegated = isContinued && before.delegated !== undefined;
  const progress = dialogProgress(intent, { isContinued, wasDelegated }, model);
  return progress.kind === "send"
    ? { kind: "send", ...intentRequest(intent, progress.dialogState) }
    : askByPrompt({ intent, ...progress }, before, model);
}

export function intentRequest(intent: IntentState, dialogState?: DialogState): Sending {
  return {
    intent,
    request: {
      type: "IntentRequest",
      intent: wireIntent(intent),
      ...(dialogState && { dialogState }),
    },
  };
}
