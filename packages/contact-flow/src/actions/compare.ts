import { type ConditionOperator, conditionOperators, type UnnamedAction } from "../flow/flow.ts";
import { type ActionRules, required } from "../rules/action-rules.ts";
import { reference, text } from "../rules/value-rules.ts";

/** Compares one value with words. The other case is NextAction and the error branch alike. */
export const compareRules: ActionRules = {
  parameters: { ComparisonValue: required(reference) },
  errors: () => ({ required: ["NoMatchingCondition"] }),
  conditions: { operators: conditionOperators, operand: text },
  goesOn: "always",
};

export interface CompareOptions<Next extends string> {
  /** A reference, such as `$.External.route`. */
  readonly value: string;
  /** The word, and where to go on when it is that. */
  readonly equals?: Readonly<Record<string, Next>>;
  readonly cases?: readonly {
    readonly operator: ConditionOperator;
    readonly operand: string;
    readonly next: Next;
  }[];
  readonly otherwise: Next;
}

export function compare<const Next extends string>(
  options: CompareOptions<Next>,
): UnnamedAction<Next> {
  const equal = Object.entries(options.equals ?? {}).map(
    ([operand, next]) => ({ operator: "Equals", operand, next }) as const,
  );
  return {
    Type: "Compare",
    Parameters: { ComparisonValue: options.value },
    Transitions: {
      NextAction: options.otherwise,
      Conditions: [...equal, ...(options.cases ?? [])].map(({ operator, operand, next }) => ({
        NextAction: next,
        Condition: { Operator: operator, Operands: [operand] },
      })),
      Errors: [{ NextAction: options.otherwise, ErrorType: "NoMatchingCondition" }],
    },
  };
}
