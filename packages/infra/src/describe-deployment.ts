import type { Deployment } from "./deployment/deployment.ts";
import { DeploymentError } from "./deployment/deployment-error.ts";
import { readDeployment } from "./deployment/read-deployment.ts";
import { type Environment, lambdaEnvironments } from "./lambda/lambda-environments.ts";
import type { LambdaPackage } from "./lambda/lambda-folders.ts";
import { lambdaRuntime } from "./lambda/runtime.ts";

/** What a deployment document comes to, for `pnpm doctor`; plain data, so that it crosses processes. */
export type DeploymentDescription =
  | { readonly mistakes: readonly string[] }
  | {
      readonly region: string;
      readonly runtime: string;
      /** The number that callers reach the SIP media application by. */
      readonly dialInNumber?: string;
      readonly environments: Readonly<Partial<Record<LambdaPackage, Environment>>>;
    };

/** Reads a deployment document without making anything of it. */
export function describeDeployment(path: string): DeploymentDescription {
  try {
    return description(readDeployment(path));
  } catch (error) {
    if (error instanceof DeploymentError) return { mistakes: error.mistakes };
    throw error;
  }
}

function description(deployment: Deployment): DeploymentDescription {
  const { region, sma } = deployment;
  return {
    region,
    runtime: lambdaRuntime.name,
    ...(sma?.phoneNumber !== undefined && { dialInNumber: sma.phoneNumber }),
    environments: Object.fromEntries(lambdaEnvironments(deployment)),
  };
}
