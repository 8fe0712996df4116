import type { UnnamedAction } from "../flow/flow.ts";
import type { RawObject } from "../raw-fields.ts";
import {
  type ActionRules,
  inboundAndTransferOnly,
  noMatchingErrorOnly,
  optional,
} from "../rules/action-rules.ts";
import { type Finding, mistake } from "../rules/finding.ts";
import { text } from "../rules/value-rules.ts";

/** Sets the queue that TransferContactToQueue goes to. */
export const updateContactTargetQueueRules: ActionRules = {
  parameters: { QueueId: optional(text), AgentId: optional(text) },
  together: oneTarget,
  errors: noMatchingErrorOnly,
  conditions: "no",
  goesOn: "always",
  refusedIn: inboundAndTransferOnly,
};

function oneTarget({ QueueId, AgentId }: RawObject): readonly Finding[] {
  return (QueueId === undefined) === (AgentId === undefined)
    ? [mistake("parameter", "Parameters", "has to have one of QueueId and AgentId")]
    : [];
}

export interface UpdateContactTargetQueueOptions<Next extends string> {
  /** The queue's ARN or id, or one reference. */
  readonly queueId: string;
  readonly next: Next;
  readonly error: Next;
}

export function updateContactTargetQueue<const Next extends string>(
  options: UpdateContactTargetQueueOptions<Next>,
): UnnamedAction<Next> {
  return {
    Type: "UpdateContactTargetQueue",
    Parameters: { QueueId: options.queueId },
    Transitions: {
      NextAction: options.next,
      Errors: [{ NextAction: options.error, ErrorType: "NoMatchingError" }],
    },
  };
}
