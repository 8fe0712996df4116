/** The rules of the checker, each with the name that a problem carries. */
export const flowRules = [
  "format",
  "size",
  "identifier",
  "action-type",
  "flow-type",
  "parameter",
  "empty-value",
  "not-a-string",
  "reference",
  "transition",
  "error-branch",
  "condition",
  "unreachable",
] as const;
export type FlowRule = (typeof flowRules)[number];

/** What is wrong with a flow, and where. */
export interface FlowProblem {
  /** `error`: publishing is refused. `warning`: it is published, and does not do what was probably meant. */
  readonly severity: "error" | "warning";
  readonly rule: FlowRule;
  /** Path in the flow, such as `Actions[3].Parameters.QueueId`; `flow` for the whole. */
  readonly place: string;
  /** The action's Identifier, where one action is concerned. */
  readonly action?: string;
  /** What is wrong, in plain words. */
  readonly message: string;
}
