import { Token } from "aws-cdk-lib";
import type { Construct } from "constructs";
import { DeploymentError } from "../deployment/deployment-error.ts";

/** Bytes of all names and values together (AWS Lambda quotas, "Environment variables"). */
const mostBytes = 4096;

/** What deploy-time values (a table's name) may take of that. */
const unknownValueBytes = 128;

/** Whether Lambda has room for an environment. */
export function environmentFits(environment: Readonly<Record<string, string>>): boolean {
  return totalOf(sizesOf(environment)) <= mostBytes;
}

/**
 * CloudFormation would say it too, but only after it began.
 * @throws {DeploymentError} when Lambda would refuse the environment as too large
 */
export function assertEnvironmentFits(
  scope: Construct,
  environment: Readonly<Record<string, string>>,
): void {
  const sizes = sizesOf(environment).sort((one, other) => other.bytes - one.bytes);
  const total = totalOf(sizes);
  if (total <= mostBytes) return;
  throw new DeploymentError([
    `${scope.node.path}: the Lambda's environment has ${total} bytes, ${mostBytes} are allowed; ` +
      `${sizes[0]?.name} takes ${sizes[0]?.bytes}`,
  ]);
}

function totalOf(sizes: readonly { readonly bytes: number }[]): number {
  return sizes.reduce((sum, { bytes }) => sum + bytes, 0);
}

function sizesOf(environment: Readonly<Record<string, string>>) {
  return Object.entries(environment).map(([name, value]) => ({
    name,
    bytes: name.length + (Token.isUnresolved(value) ? unknownValueBytes : Buffer.byteLength(value)),
  }));
}
