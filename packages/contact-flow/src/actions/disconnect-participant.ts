import type { UnnamedAction } from "../flow/flow.ts";
import { type ActionRules, noErrors, refusedInWhisperAndHold } from "../rules/action-rules.ts";

/** Hangs up. */
export const disconnectParticipantRules: ActionRules = {
  parameters: {},
  errors: noErrors,
  conditions: "no",
  goesOn: "never",
  refusedIn: refusedInWhisperAndHold("ends with EndFlowExecution"),
};

export function disconnectParticipant(): UnnamedAction<never> {
  return { Type: "DisconnectParticipant", Parameters: {}, Transitions: {} };
}
