import type { FlowProblem } from "../check/flow-problem.ts";

/** What a rule finds in an action; `at` is the path below the action, such as `Parameters.Text`. */
export interface Finding {
  readonly severity: FlowProblem["severity"];
  readonly rule: FlowProblem["rule"];
  readonly at: string;
  readonly message: string;
}

export function mistake(rule: Finding["rule"], at: string, message: string): Finding {
  return { severity: "error", rule, at, message };
}

export function warning(rule: Finding["rule"], at: string, message: string): Finding {
  return { severity: "warning", rule, at, message };
}
