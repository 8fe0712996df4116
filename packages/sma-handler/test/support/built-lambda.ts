import { join } from "node:path";
import { BuiltLambda } from "@skill-call/test-peers/built-lambda";
import type { WireAction } from "./phone-line.ts";

export type { BuiltLambda };

export interface WireAnswer {
  readonly SchemaVersion: string;
  readonly Actions: readonly WireAction[];
  readonly TransactionAttributes?: Readonly<Record<string, string>>;
}

/** What this package has built. */
export function startBuiltLambda(
  environment: Readonly<Record<string, string>>,
): Promise<BuiltLambda<WireAnswer>> {
  return BuiltLambda.start(join(__dirname, "../../dist/lambda/index.mjs"), environment);
}
