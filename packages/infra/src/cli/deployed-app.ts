import type { App, AppProps } from "aws-cdk-lib";
import { checkConfiguration } from "../check-configuration.ts";
import { connectFilesIn } from "../connect/connect-files.ts";
import { readDeployment } from "../deployment/read-deployment.ts";
import { builtLambdaFolders } from "../lambda/lambda-folders.ts";
import { skillCallApp } from "../skill-call-app.ts";

export interface DeployedAppOptions {
  /** Of the deployment document. */
  readonly path: string;
  readonly packagesFolder: string;
  readonly app?: AppProps;
  readonly emergency?: boolean;
}

/**
 * The app that a deployment document describes, with the Lambdas that the packages built.
 * @throws {DeploymentError} when the document does not fit, or a Lambda is not built or refuses its configuration
 */
export function deployedApp({ path, packagesFolder, ...options }: DeployedAppOptions): App {
  const lambdaFolders = builtLambdaFolders(packagesFolder);
  const deployment = readDeployment(path);
  checkConfiguration(deployment, lambdaFolders);
  const connectFiles = () => connectFilesIn(packagesFolder);
  return skillCallApp(deployment, { lambdaFolders, connectFiles, ...options });
}
