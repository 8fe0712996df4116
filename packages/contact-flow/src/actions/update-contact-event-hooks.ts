import type { UnnamedAction } from "../flow/flow.ts";
import { isRawObject, type RawObject } from "../raw-fields.ts";
import {
  type ActionRules,
  noMatchingErrorOnly,
  optional,
  required,
} from "../rules/action-rules.ts";
import { type Finding, mistake } from "../rules/finding.ts";
import { object } from "../rules/value-rules.ts";

/** What may run a flow of its own. */
export const eventHooks = [
  "AgentHold",
  "AgentWhisper",
  "CustomerHold",
  "CustomerQueue",
  "CustomerRemaining",
  "CustomerWhisper",
  "DefaultAgentUI",
  "DisconnectAgentUI",
  "PauseContact",
  "ResumeContact",
] as const;
export type EventHook = (typeof eventHooks)[number];

/** Sets the flow that runs at one event of the contact. */
export const updateContactEventHooksRules: ActionRules = {
  parameters: { EventHooks: required(object), EventHooksConfiguration: optional(object) },
  together: exactlyOneHook,
  errors: noMatchingErrorOnly,
  conditions: "no",
  goesOn: "always",
};

function exactlyOneHook({ EventHooks }: RawObject): readonly Finding[] {
  if (!isRawObject(EventHooks)) return [];
  const names = Object.keys(EventHooks);
  const count = names.length === 1 ? [] : ["has to have exactly one hook"];
  const unknown = names.some((name) => !eventHooks.some((hook) => hook === name));
  return [...count, ...(unknown ? [`knows only ${eventHooks.join(", ")}`] : [])].map((problem) =>
    mistake("parameter", "Parameters.EventHooks", problem),
  );
}

export interface UpdateContactEventHooksOptions<Next extends string> {
  readonly hook: EventHook;
  /** The flow's ARN or id, or one reference. */
  readonly flowId: string;
  readonly next: Next;
  readonly error: Next;
}

export function updateContactEventHooks<const Next extends string>(
  options: UpdateContactEventHooksOptions<Next>,
): UnnamedAction<Next> {
  return {
    Type: "UpdateContactEventHooks",
    Parameters: { EventHooks: { [options.hook]: options.flowId } },
    Transitions: {
      NextAction: options.next,
      Errors: [{ NextAction: options.error, ErrorType: "NoMatchingError" }],
    },
  };
}
