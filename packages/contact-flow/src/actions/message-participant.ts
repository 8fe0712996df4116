import type { UnnamedAction } from "../flow/flow.ts";
import { type ActionRules, optional } from "../rules/action-rules.ts";
import { exactlyOnePrompt, type PromptOptions, prompt, promptParameters } from "../rules/prompt.ts";
import { oneOfInAnyCase } from "../rules/value-rules.ts";

/** Says or plays something. */
export const messageParticipantRules: ActionRules = {
  parameters: {
    ...promptParameters,
    // Undocumented; the designer writes it.
    SkipWhenDTMFBufferEnabled: optional(oneOfInAnyCase("true", "false")),
  },
  together: exactlyOnePrompt,
  errors: () => ({ required: [], usual: ["NoMatchingError"] }),
  conditions: "no",
  goesOn: "always",
  refusedIn: {
    types: ["CUSTOMER_HOLD", "AGENT_HOLD"],
    instead: "plays with MessageParticipantIteratively",
  },
};

export type MessageParticipantOptions<Next extends string> = PromptOptions & {
  readonly next: Next;
  readonly error: Next;
};

export function messageParticipant<const Next extends string>(
  options: MessageParticipantOptions<Next>,
): UnnamedAction<Next> {
  return {
    Type: "MessageParticipant",
    Parameters: prompt(options),
    Transitions: {
      NextAction: options.next,
      Errors: [{ NextAction: options.error, ErrorType: "NoMatchingError" }],
    },
  };
}
