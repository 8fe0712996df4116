import { ConfigError } from "@skill-call/lambda-config";
import * as v from "valibot";
import { readConfig } from "../src/config/config.ts";
import { type SkillStackOptions, skillStack } from "./skill-stack.ts";

/** The Lambda of a skill, where the ASK CLI is to deploy it, too. */
export const lambdaSettings = v.strictObject({
  /** Alexa's accounts of North America reach it from there. */
  region: v.exactOptional(
    v.picklist(["us-east-1", "us-west-2"], "must be us-east-1 or us-west-2"),
    "us-east-1",
  ),
  /** The variables that it is started with; where CALL_CONTEXT_TABLE is missing, a table is made. */
  environment: v.record(v.string(), v.string("must be a text")),
});

export type LambdaSettings = v.InferOutput<typeof lambdaSettings>;

/** The template that deploys it, or one line for each variable that the Lambda would not start with. */
export function stackOf({
  environment: given,
}: LambdaSettings):
  | { readonly stack: object; readonly mistakes?: never }
  | { readonly mistakes: readonly string[]; readonly stack?: never } {
  const environment = withoutEmpty(given);
  const { starter, mistakes } = readStarter(environment);
  if (mistakes) return { mistakes };
  return { stack: skillStack({ environment, starter }) };
}

/** What the template sets by itself is there when the Lambda starts. */
const setByStack = { CALL_CONTEXT_TABLE: "made-by-the-stack" };

function readStarter(
  environment: SkillStackOptions["environment"],
):
  | { readonly starter: SkillStackOptions["starter"]; readonly mistakes?: never }
  | { readonly mistakes: readonly string[]; readonly starter?: never } {
  try {
    return { starter: readConfig({ ...setByStack, ...environment }).starter };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return {
      mistakes: error.mistakes.map(
        ({ variable, problem }) => `lambda.environment.${variable}: ${problem}`,
      ),
    };
  }
}

/** An empty variable is not set, as the Lambda has it. */
function withoutEmpty(variables: LambdaSettings["environment"]): Record<string, string> {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value.trim() !== ""));
}
