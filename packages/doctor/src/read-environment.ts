import type { Environment } from "@skill-call/lambda-runner";
import type { Part, Settings } from "./configuration.ts";

/** What one environment says, of all parts that are to run in it. */
export function readEnvironment(variables: NodeJS.ProcessEnv, parts: readonly Part[]): Settings {
  const environment = definedOnly(variables);
  const { AWS_REGION, AWS_DEFAULT_REGION, AWS_EXECUTION_ENV } = environment;
  return {
    environments: Object.fromEntries(parts.map((part) => [part, environment])),
    region: AWS_REGION ?? AWS_DEFAULT_REGION,
    // Set by Lambda itself: `AWS_Lambda_nodejs24.x`.
    runtime: AWS_EXECUTION_ENV?.replace("AWS_Lambda_", ""),
  };
}

function definedOnly(variables: NodeJS.ProcessEnv): Environment {
  const entries = Object.entries(variables).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Environment;
}
