/** What stands in for an action or a resource of it, as a test case says. */
export type Stand =
  /** The action is not carried out; this is its answer. */
  | { readonly type: "mock"; readonly value: string }
  /** The action is carried out with another resource. */
  | { readonly type: "substitute"; readonly arn: string };

/** Asked before an action is carried out; `parameters` as the flow has them, references filled in. */
export type Override = (
  actionType: string,
  parameters: Readonly<Record<string, unknown>>,
) => Stand | undefined;
