import type { UnnamedAction } from "../flow/flow.ts";
import { type ActionRules, inboundAndTransferOnly } from "../rules/action-rules.ts";

/** Queues the contact, which ends the flow; a NextAction is only where the designer writes one. */
export const transferContactToQueueRules: ActionRules = {
  parameters: {},
  errors: () => ({ required: ["QueueAtCapacity", "NoMatchingError"] }),
  conditions: "no",
  goesOn: "maybe",
  refusedIn: inboundAndTransferOnly,
};

export interface TransferContactToQueueOptions<Next extends string> {
  readonly atCapacity: Next;
  readonly error: Next;
}

export function transferContactToQueue<const Next extends string>(
  options: TransferContactToQueueOptions<Next>,
): UnnamedAction<Next> {
  return {
    Type: "TransferContactToQueue",
    Parameters: {},
    Transitions: {
      // Never taken. The designer writes it, and what it opens has to have it.
      NextAction: options.error,
      Errors: [
        { NextAction: options.atCapacity, ErrorType: "QueueAtCapacity" },
        { NextAction: options.error, ErrorType: "NoMatchingError" },
      ],
    },
  };
}
