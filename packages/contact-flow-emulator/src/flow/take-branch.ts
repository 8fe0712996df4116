import type { FlowAction, FlowCondition } from "@skill-call/contact-flow";
import type { ActionOutcome } from "./outcome.ts";

/** The way on from an action; undefined when the flow has none for what happened. */
export interface Taken {
  readonly target: string | undefined;
  /** `next`, a condition's operand, or an error's type. */
  readonly taken: string;
}

/** Which branch an outcome takes. An error without a branch of its own takes that of NoMatchingError. */
export function takeBranch(
  { Transitions: { NextAction, Conditions = [], Errors = [] } }: FlowAction,
  outcome: Extract<ActionOutcome, { readonly type: "next" | "result" | "error" }>,
): Taken {
  const errorBranch = (type: string) =>
    Errors.find(({ ErrorType }) => ErrorType === type)?.NextAction;
  if (outcome.type === "next") return { target: NextAction, taken: "next" };
  if (outcome.type === "error") {
    const target = errorBranch(outcome.error) ?? errorBranch("NoMatchingError");
    return { target, taken: outcome.error };
  }
  const condition = Conditions.find((each) => holds(each, outcome.value));
  return condition
    ? { target: condition.NextAction, taken: condition.Condition.Operands[0] }
    : { target: errorBranch("NoMatchingCondition") ?? NextAction, taken: "NoMatchingCondition" };
}

function holds({ Condition: { Operator, Operands } }: FlowCondition, value: string): boolean {
  const [operand] = Operands;
  switch (Operator) {
    case "Equals":
      return value === operand;
    case "TextStartsWith":
      return value.startsWith(operand);
    case "TextEndsWith":
      return value.endsWith(operand);
    case "TextContains":
      return value.includes(operand);
    case "NumberGreaterThan":
      return Number(value) > Number(operand);
    case "NumberGreaterOrEqualTo":
      return Number(value) >= Number(operand);
    case "NumberLessThan":
      return Number(value) < Number(operand);
    case "NumberLessOrEqualTo":
      return Number(value) <= Number(operand);
    case "KeyExists":
      return keysOf(value).includes(operand);
  }
}

function keysOf(value: string): readonly string[] {
  try {
    return Object.keys(JSON.parse(value));
  } catch {
    return [];
  }
}
