import type { UnnamedAction } from "../flow/flow.ts";
import { objectOrEmpty, type RawObject } from "../raw-fields.ts";
import { type ActionRules, type ErrorBranches, optional, required } from "../rules/action-rules.ts";
import { type Finding, mistake } from "../rules/finding.ts";
import { exactlyOnePrompt, type PromptOptions, prompt, promptParameters } from "../rules/prompt.ts";
import { object, oneOf, orReference, text, wholeNumber } from "../rules/value-rules.ts";

/** The keys that a condition may wait for. */
export const phoneKeys = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"] as const;
export type PhoneKey = (typeof phoneKeys)[number];

/** Says something and waits for one key, or, with StoreInput, for digits that go to `$.StoredCustomerInput`. */
export const getParticipantInputRules: ActionRules = {
  parameters: {
    ...promptParameters,
    InputTimeLimitSeconds: required(orReference(wholeNumber(0, 300))),
    StoreInput: required(oneOf("True", "False")),
    InputValidation: optional(object),
    InputEncryption: optional(object),
    DTMFConfiguration: optional(object),
    SkipWhenDTMFBufferEnabled: optional(text),
  },
  together: (parameters) => [...exactlyOnePrompt(parameters), ...validation(parameters)],
  errors: errorBranches,
  conditions: { operators: ["Equals"], operand: oneOf(...phoneKeys) },
  goesOn: "always",
};

/** Measured on the live API: digits that are stored have no branch for the time limit, one key has all three. */
function errorBranches(parameters: RawObject): ErrorBranches {
  if (parameters.StoreInput !== "True") {
    return { required: ["NoMatchingCondition", "NoMatchingError", "InputTimeLimitExceeded"] };
  }
  const phoneNumber = objectOrEmpty(parameters.InputValidation).PhoneNumberValidation;
  return { required: ["NoMatchingError", ...(phoneNumber ? ["InvalidPhoneNumber"] : [])] };
}

function validation({ StoreInput, InputValidation }: RawObject): readonly Finding[] {
  return StoreInput === "True" && InputValidation === undefined
    ? [mistake("parameter", "Parameters.InputValidation", "is required where StoreInput is True")]
    : [];
}

export type GetParticipantInputOptions<Next extends string> = PromptOptions & {
  readonly timeLimitSeconds: number;
  readonly keys: Readonly<Partial<Record<PhoneKey, Next>>>;
  /** Another key, or none in time. */
  readonly otherwise: Next;
  readonly error: Next;
};

/** Waits for one key. */
export function getParticipantInput<const Next extends string>(
  options: GetParticipantInputOptions<Next>,
): UnnamedAction<Next> {
  const conditions = Object.entries(options.keys).map(([key, next]) => ({
    NextAction: next,
    Condition: { Operator: "Equals", Operands: [key] },
  })) satisfies UnnamedAction<Next>["Transitions"]["Conditions"];
  return {
    Type: "GetParticipantInput",
    Parameters: {
      ...prompt(options),
      InputTimeLimitSeconds: String(options.timeLimitSeconds),
      StoreInput: "False",
    },
    Transitions: {
      NextAction: options.otherwise,
      Conditions: conditions,
      Errors: [
        { NextAction: options.otherwise, ErrorType: "InputTimeLimitExceeded" },
        { NextAction: options.otherwise, ErrorType: "NoMatchingCondition" },
        { NextAction: options.error, ErrorType: "NoMatchingError" },
      ],
    },
  };
}
