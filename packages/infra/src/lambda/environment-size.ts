import { Token } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { DeploymentError } from "../deployment/deployment-error.ts";

/** Bytes of all names and values together (AWS Lambda quotas, "Environment variables"). */
const mostBytes = 4096;

/** What deploy-time values (a table's name) may take of that. */
const unknownValueBytes = 128;

/**
 * CloudFormation would say it too, but only after it began.
 * @throws {DeploymentError} when Lambda would refuse the environment as too large
 */
export function assertEnvironmentFits(
  scope: Construct,
  environment: Readonly<Record<string, string>>,
): void {
  const sizes = Object.entries(environment).map(([name, value]) => ({
    name,
    bytes: name.length + (Token.isUnresolved(value) ? unknownValueBytes : Buffer.byteLength(value)),
  }));
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= mostBytes) return;
  const largest = sizes.sort((one, other) => other.bytes - one.bytes)[0];
  throw new DeploymentError([
    `${scope.node.path}: the Lambda's environment has ${total} bytes, ${mostBytes} are allowed; ` +
      `${largest?.name} takes ${largest?.bytes}`,
  ]);
}
