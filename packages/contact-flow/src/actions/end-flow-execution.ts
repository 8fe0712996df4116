import { flowTypes, type UnnamedAction } from "../flow/flow.ts";
import { type ActionRules, noErrors, partsOfAContact } from "../rules/action-rules.ts";

/** Ends a whisper, hold or queue flow; the contact goes on. */
export const endFlowExecutionRules: ActionRules = {
  parameters: {},
  errors: noErrors,
  conditions: "no",
  goesOn: "never",
  refusedIn: {
    types: flowTypes.filter((type) => !partsOfAContact.includes(type)),
    instead: "ends with DisconnectParticipant or a transfer",
  },
};

export function endFlowExecution(): UnnamedAction<never> {
  return { Type: "EndFlowExecution", Parameters: {}, Transitions: {} };
}
