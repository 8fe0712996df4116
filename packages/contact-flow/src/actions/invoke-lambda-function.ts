import type { UnnamedAction } from "../flow/flow.ts";
import {
  type ActionRules,
  noMatchingErrorOnly,
  optional,
  required,
} from "../rules/action-rules.ts";
import { object, oneOf, text, wholeNumber } from "../rules/value-rules.ts";

/** Connect waits 1 to 8 s, and the caller with it, in silence. Up to 60 s where the flow does not wait. */
export const invokeLambdaFunctionRules: ActionRules = {
  parameters: {
    LambdaFunctionARN: required(text),
    InvocationTimeLimitSeconds: required(wholeNumber(1, 60)),
    InvocationType: optional(oneOf("SYNCHRONOUS", "ASYNCHRONOUS")),
    LambdaInvocationAttributes: optional(object),
    ResponseValidation: optional(object),
  },
  together: ({ InvocationTimeLimitSeconds, InvocationType }) =>
    InvocationType !== "ASYNCHRONOUS" && wholeNumber(0, 8)(InvocationTimeLimitSeconds) !== undefined
      ? [
          {
            severity: "error",
            rule: "parameter",
            at: "Parameters.InvocationTimeLimitSeconds",
            message: "is more than 8: a flow waits no longer for a synchronous invocation",
          },
        ]
      : [],
  errors: noMatchingErrorOnly,
  conditions: "no",
  goesOn: "always",
};

export interface InvokeLambdaFunctionOptions<Next extends string> {
  readonly functionArn: string;
  /** 1 to 8. */
  readonly timeLimitSeconds: number;
  /** Come to the function as `Details.Parameters`. */
  readonly attributes?: Readonly<Record<string, string>>;
  readonly next: Next;
  /** When the function failed, timed out, or answered what is not a flat object of strings. */
  readonly error: Next;
}

/** Waits for the function, whose answer then stands in `$.External` until the next invocation. */
export function invokeLambdaFunction<const Next extends string>(
  options: InvokeLambdaFunctionOptions<Next>,
): UnnamedAction<Next> {
  return {
    Type: "InvokeLambdaFunction",
    Parameters: {
      LambdaFunctionARN: options.functionArn,
      InvocationTimeLimitSeconds: String(options.timeLimitSeconds),
      InvocationType: "SYNCHRONOUS",
      LambdaInvocationAttributes: options.attributes ?? {},
      ResponseValidation: { ResponseType: "STRING_MAP" },
    },
    Transitions: {
      NextAction: options.next,
      Errors: [{ NextAction: options.error, ErrorType: "NoMatchingError" }],
    },
  };
}
