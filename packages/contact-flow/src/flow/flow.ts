/** The one version of the flow language. */
export const flowLanguageVersion = "2019-10-30";

/** `ContactFlowType` of CreateContactFlow, and `MODULE` for what CreateContactFlowModule takes. */
export const flowTypes = [
  "CONTACT_FLOW",
  "CUSTOMER_QUEUE",
  "CUSTOMER_HOLD",
  "CUSTOMER_WHISPER",
  "AGENT_HOLD",
  "AGENT_WHISPER",
  "OUTBOUND_WHISPER",
  "AGENT_TRANSFER",
  "QUEUE_TRANSFER",
  "CAMPAIGN",
  "MODULE",
] as const;
export type FlowType = (typeof flowTypes)[number];

/** Every operator takes one operand. `KeyExists` is undocumented; the live API takes it. */
export const conditionOperators = [
  "Equals",
  "TextStartsWith",
  "TextEndsWith",
  "TextContains",
  "NumberGreaterThan",
  "NumberGreaterOrEqualTo",
  "NumberLessThan",
  "NumberLessOrEqualTo",
  "KeyExists",
] as const;
export type ConditionOperator = (typeof conditionOperators)[number];

export interface FlowCondition<Id extends string = string> {
  readonly NextAction: Id;
  readonly Condition: {
    readonly Operator: ConditionOperator;
    readonly Operands: readonly [string];
  };
}

export interface FlowErrorBranch<Id extends string = string> {
  readonly NextAction: Id;
  readonly ErrorType: string;
}

/** Where a flow goes on; `{}` after an action that ends it. */
export interface FlowTransitions<Id extends string = string> {
  readonly NextAction?: Id;
  readonly Conditions?: readonly FlowCondition<Id>[];
  readonly Errors?: readonly FlowErrorBranch<Id>[];
}

/** An action as the flow language writes it, but for its Identifier. `Next` are the actions that it may go on to. */
export interface UnnamedAction<Next extends string = string> {
  readonly Type: string;
  readonly Parameters: Readonly<Record<string, unknown>>;
  readonly Transitions: FlowTransitions<Next>;
}

export interface FlowAction<Id extends string = string> extends UnnamedAction<Id> {
  readonly Identifier: Id;
}

/** A flow as CreateContactFlow takes it, as an object. */
export interface Flow<Id extends string = string> {
  readonly Version: typeof flowLanguageVersion;
  readonly StartAction: Id;
  readonly Metadata: Readonly<Record<string, unknown>>;
  readonly Actions: readonly FlowAction<Id>[];
}
