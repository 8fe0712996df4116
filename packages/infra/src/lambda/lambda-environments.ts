import type { Deployment } from "../deployment/deployment.ts";
import { callEventsEnvironment } from "./call-events-environment.ts";
import { connectEnvironment } from "./connect-environment.ts";
import { contextApiEnvironment } from "./context-api-environment.ts";
import type { LambdaPackage } from "./lambda-folders.ts";
import { skillEnvironment } from "./skill-environment.ts";
import { smaEnvironment } from "./sma-environment.ts";

export type Environment = Readonly<Record<string, string>>;

/** The table's name is known only when CloudFormation deploys. */
const CALL_CONTEXT_TABLE = "call-contexts";

/** What each Lambda of a deployment is to be started with. */
export function lambdaEnvironments({
  encryption,
  skill,
  sma,
  contextApi,
  connect,
  callEvents,
}: Deployment): readonly (readonly [LambdaPackage, Environment])[] {
  const found: [LambdaPackage, Environment][] = [];
  if (skill) found.push(["skill", skillEnvironment(skill, encryption)]);
  if (sma) found.push(["sma-handler", smaEnvironment(sma)]);
  if (contextApi) found.push(["context-api", contextApiEnvironment(contextApi)]);
  if (connect) found.push(["connect-handler", connectEnvironment(connect)]);
  if (callEvents) found.push(["call-events", callEventsEnvironment(callEvents)]);
  return found.map(([name, environment]) => [name, { CALL_CONTEXT_TABLE, ...environment }]);
}
