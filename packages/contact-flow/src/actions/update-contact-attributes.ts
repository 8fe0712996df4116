import type { UnnamedAction } from "../flow/flow.ts";
import {
  type ActionRules,
  noMatchingErrorOnly,
  optional,
  required,
} from "../rules/action-rules.ts";
import { object, oneOf } from "../rules/value-rules.ts";

/** All or nothing: where one attribute cannot be set, none is. */
export const updateContactAttributesRules: ActionRules = {
  parameters: {
    Attributes: required(object),
    TargetContact: optional(oneOf("Current", "Related")),
  },
  errors: noMatchingErrorOnly,
  conditions: "no",
  goesOn: "always",
};

export interface UpdateContactAttributesOptions<Next extends string> {
  /** Kept for 24 months: put nothing personal here. Values may hold references. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly next: Next;
  readonly error: Next;
}

export function updateContactAttributes<const Next extends string>(
  options: UpdateContactAttributesOptions<Next>,
): UnnamedAction<Next> {
  return {
    Type: "UpdateContactAttributes",
    Parameters: { Attributes: options.attributes, TargetContact: "Current" },
    Transitions: {
      NextAction: options.next,
      Errors: [{ NextAction: options.error, ErrorType: "NoMatchingError" }],
    },
  };
}
