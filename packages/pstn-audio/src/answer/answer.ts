import type { Action } from "../actions/action.ts";

/** What an SMA Lambda returns. */
export interface Answer {
  readonly SchemaVersion: "1.0";
  readonly Actions: readonly Action[];
  readonly TransactionAttributes?: Readonly<Record<string, string>>;
}

/** Without `attributes` the service keeps those it has; with them it replaces all of them, `{}` erases them. */
export function answer(
  actions: readonly Action[],
  attributes?: Readonly<Record<string, string>>,
): Answer {
  return {
    SchemaVersion: "1.0",
    Actions: [...actions],
    ...(attributes && { TransactionAttributes: { ...attributes } }),
  };
}
