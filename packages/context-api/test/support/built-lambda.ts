import { join } from "node:path";
import { BuiltLambda } from "@skill-call/test-peers/built-lambda";
import type { HttpResult } from "../../src/http/lambda-handler.ts";

/** What this package has built. */
export function startBuiltLambda(
  environment: Readonly<Record<string, string>>,
): Promise<BuiltLambda<HttpResult>> {
  return BuiltLambda.start(join(__dirname, "../../dist/lambda/index.mjs"), environment);
}
