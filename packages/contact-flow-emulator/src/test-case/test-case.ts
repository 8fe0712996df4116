// The Testing language of Amazon Connect, as far as it is emulated.
// @see https://docs.aws.amazon.com/connect/latest/devguide/testing-language.html

/** What a test case waits for. */
export type ObservedEvent =
  | { readonly Type: "TestInitiated" | "TestCompleted" }
  | { readonly Type: "MessageReceived"; readonly Properties: ExpectedMessage }
  | { readonly Type: "FlowActionStarted"; readonly Properties: ExpectedAction };

export interface ExpectedMessage {
  readonly Text?: string | undefined;
  readonly SSML?: string | undefined;
  readonly PromptId?: string | undefined;
  readonly MatchingCriteria?: { readonly Type: "Similarity" | "Inclusion" } | undefined;
}

export interface ExpectedAction {
  readonly ActionType: string;
  readonly ActionParameters?: Readonly<Record<string, unknown>> | undefined;
}

/** What it does then. */
export type TestAction =
  | { readonly Type: "SendInstruction"; readonly digits: string }
  | {
      readonly Type: "Assert";
      readonly Namespace: string;
      readonly Operator: string;
      readonly Operand: string;
    }
  | {
      readonly Type: "OverrideSystemBehavior";
      readonly ActionType: string;
      readonly ActionParameters: Readonly<Record<string, unknown>>;
      readonly strategy:
        | { readonly type: "mock"; readonly value: string }
        | { readonly type: "substitute"; readonly arn: string };
    }
  | { readonly Type: "TestControl"; readonly end: boolean };

export interface Observation {
  readonly identifier: string;
  readonly event: ObservedEvent;
  readonly actions: readonly TestAction[];
  readonly next: readonly string[];
}

export interface TestCase {
  readonly observations: readonly Observation[];
}
