import { resolve } from "node:path";
import { BuiltLambda } from "@skill-call/test-peers/built-lambda";
import type { ResponseEnvelope } from "ask-sdk-model";

/** What this package has built. */
export function startBuiltLambda(
  environment: Readonly<Record<string, string>>,
): Promise<BuiltLambda<ResponseEnvelope>> {
  return BuiltLambda.start(resolve("dist/lambda/index.mjs"), environment);
}
