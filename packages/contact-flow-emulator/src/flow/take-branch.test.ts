import { expect, test } from "@jest/globals";
import type { ConditionOperator, FlowAction } from "@skill-call/contact-flow";
import { takeBranch } from "./take-branch.ts";

const action = (Operator: ConditionOperator, operand: string): FlowAction => ({
  Identifier: "it",
  Type: "Compare",
  Parameters: {},
  Transitions: {
    NextAction: "no",
    Conditions: [{ NextAction: "yes", Condition: { Operator, Operands: [operand] } }],
    Errors: [{ NextAction: "no", ErrorType: "NoMatchingCondition" }],
  },
});

test.each<[ConditionOperator, string, string, boolean]>([
  ["Equals", "gold", "gold", true],
  ["Equals", "gold", "Gold", false],
  ["TextStartsWith", "go", "gold", true],
  ["TextStartsWith", "ol", "gold", false],
  ["TextEndsWith", "ld", "gold", true],
  ["TextEndsWith", "ol", "gold", false],
  ["TextContains", "ol", "gold", true],
  ["TextContains", "lo", "gold", false],
  ["NumberGreaterThan", "9", "10", true],
  ["NumberGreaterThan", "10", "10", false],
  ["NumberGreaterOrEqualTo", "10", "10", true],
  ["NumberGreaterOrEqualTo", "11", "10", false],
  ["NumberLessThan", "10", "9", true],
  ["NumberLessThan", "10", "10", false],
  ["NumberLessOrEqualTo", "10", "10", true],
  ["NumberLessOrEqualTo", "9", "10", false],
  ["NumberLessThan", "10", "many", false],
  ["KeyExists", "a", '{"a":1}', true],
  ["KeyExists", "b", '{"a":1}', false],
  ["KeyExists", "a", "a", false],
])("%s %j holds of %j: %s", (operator, operand, value, holds) => {
  const { target } = takeBranch(action(operator, operand), { type: "result", value });
  expect(target).toBe(holds ? "yes" : "no");
});

test("an error without a branch of its own takes that of any error, and else none", () => {
  const Errors = [{ NextAction: "any", ErrorType: "NoMatchingError" }];
  const dial = { ...action("Equals", "x"), Transitions: { NextAction: "no", Errors } };
  expect(takeBranch(dial, { type: "error", error: "CallFailed", why: "" }).target).toBe("any");
  const bare = { ...dial, Transitions: { NextAction: "no" } };
  expect(takeBranch(bare, { type: "error", error: "CallFailed", why: "" }).target).toBeUndefined();
});
