import { Duration, Stack } from "aws-cdk-lib";
import { Alarm, ComparisonOperator, Metric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import type { Construct } from "constructs";
import type { BuiltLambda } from "../lambda/built-lambda.ts";

/**
 * What puts a new version back: what that version alone does, while it takes over. The alarms that wake people look at
 * all versions: a version that mends what they ring for would be put back by them.
 *
 * The version's number is in the name, and a name cannot be changed: each version has alarms of its own, which never
 * rang for another one. They tell nobody.
 */
export function newVersionAlarms(scope: Construct, lambda: BuiltLambda): readonly Alarm[] {
  const metric = (metricName: string, statistic: string) =>
    new Metric({
      namespace: "AWS/Lambda",
      metricName,
      statistic,
      period: Duration.minutes(1),
      dimensionsMap: {
        FunctionName: lambda.function.functionName,
        Resource: `${lambda.function.functionName}:${lambda.alias.aliasName}`,
        ExecutedVersion: lambda.version.version,
      },
    });
  const alarm = (name: string, props: Pick<VersionAlarm, "metric" | "threshold" | "meaning">) =>
    versionAlarm(scope, { name, version: lambda.version.version, ...props });
  return [
    alarm("NewVersionFails", {
      metric: metric("Errors", "Sum"),
      threshold: 1,
      meaning: "The version that takes over fails: the one before is put back.",
    }),
    alarm("NewVersionSlow", {
      metric: metric("Duration", "p90"),
      threshold: 2000,
      meaning: "The version that takes over answers late: the one before is put back.",
    }),
  ];
}

interface VersionAlarm {
  readonly name: string;
  readonly version: string;
  readonly metric: Metric;
  readonly threshold: number;
  readonly meaning: string;
}

function versionAlarm(
  scope: Construct,
  { name, version, metric, threshold, meaning }: VersionAlarm,
) {
  return new Alarm(scope, name, {
    alarmName: `${Stack.of(scope).stackName}-${name}-${version}`,
    alarmDescription: `${meaning} What to do: docs/operations.md#${name.toLowerCase()}`,
    metric,
    threshold,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    evaluationPeriods: 1,
    treatMissingData: TreatMissingData.NOT_BREACHING,
  });
}
