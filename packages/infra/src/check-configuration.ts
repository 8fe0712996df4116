import type { Deployment } from "./deployment/deployment.ts";
import { DeploymentError } from "./deployment/deployment-error.ts";
import { contextApiEnvironment } from "./lambda/context-api-environment.ts";
import type { LambdaFolders, LambdaPackage } from "./lambda/lambda-folders.ts";
import { refusedConfiguration } from "./lambda/refused-configuration.ts";
import { skillEnvironment } from "./lambda/skill-environment.ts";
import { smaEnvironment } from "./lambda/sma-environment.ts";

type Environment = Readonly<Record<string, string>>;

/**
 * Starts every Lambda with the configuration that it is to get: what a document says of routes, only the SMA
 * handler itself can judge.
 * @throws {DeploymentError} with what the Lambdas say
 */
export function checkConfiguration(deployment: Deployment, lambdaFolders: LambdaFolders): void {
  const refusals = environments(deployment).flatMap(([name, environment]) => {
    // The table's name is known only when CloudFormation deploys.
    const started = { CALL_CONTEXT_TABLE: "call-contexts", ...environment };
    return refusedConfiguration(lambdaFolders(name), started) ?? [];
  });
  if (refusals.length > 0) throw new DeploymentError(refusals);
}

function environments({ skill, sma, contextApi }: Deployment): [LambdaPackage, Environment][] {
  const found: [LambdaPackage, Environment][] = [];
  if (skill) found.push(["skill", skillEnvironment(skill)]);
  if (sma) found.push(["sma-handler", smaEnvironment(sma)]);
  if (contextApi) found.push(["context-api", contextApiEnvironment(contextApi)]);
  return found;
}
