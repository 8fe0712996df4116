import type { Deployment } from "./deployment/deployment.ts";
import { DeploymentError } from "./deployment/deployment-error.ts";
import { lambdaEnvironments } from "./lambda/lambda-environments.ts";
import type { LambdaFolders } from "./lambda/lambda-folders.ts";
import { refusedConfiguration } from "./lambda/refused-configuration.ts";

/**
 * Starts every Lambda with the configuration that it is to get: what a document says of routes, only the SMA
 * handler itself can judge.
 * @throws {DeploymentError} with what the Lambdas say
 */
export function checkConfiguration(deployment: Deployment, lambdaFolders: LambdaFolders): void {
  const refusals = lambdaEnvironments(deployment).flatMap(
    ([name, environment]) => refusedConfiguration(lambdaFolders(name), environment) ?? [],
  );
  if (refusals.length > 0) throw new DeploymentError(refusals);
}
