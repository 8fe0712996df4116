import type { UnnamedAction } from "../flow/flow.ts";
import { type ActionRules, noErrors, required } from "../rules/action-rules.ts";
import { oneOf } from "../rules/value-rules.ts";

/** Flow logs print the values of parameters; the setting also holds for the segments that follow. */
export const updateFlowLoggingBehaviorRules: ActionRules = {
  parameters: { FlowLoggingBehavior: required(oneOf("Enabled", "Disabled")) },
  errors: noErrors,
  conditions: "no",
  goesOn: "always",
};

export interface UpdateFlowLoggingBehaviorOptions<Next extends string> {
  readonly logging: "Enabled" | "Disabled";
  readonly next: Next;
}

export function updateFlowLoggingBehavior<const Next extends string>(
  options: UpdateFlowLoggingBehaviorOptions<Next>,
): UnnamedAction<Next> {
  return {
    Type: "UpdateFlowLoggingBehavior",
    Parameters: { FlowLoggingBehavior: options.logging },
    Transitions: { NextAction: options.next },
  };
}
