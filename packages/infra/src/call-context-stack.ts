import { CfnOutput, Duration, RemovalPolicy, Stack, type StackProps } from "aws-cdk-lib";
import { AttributeType, Billing, TableEncryptionV2, TableV2 } from "aws-cdk-lib/aws-dynamodb";
import { Key } from "aws-cdk-lib/aws-kms";
import { StringParameter } from "aws-cdk-lib/aws-ssm";
import type { Construct } from "constructs";
import { Alarms } from "./alarms.ts";
import type { CallContextDeployment } from "./deployment.ts";
import { parameterNames } from "./parameter-names.ts";

export interface CallContextStackProps extends StackProps {
  readonly stage: string;
  readonly deployment: CallContextDeployment;
}

/** The table of call contexts. Its name and ARNs go into SSM parameters; nothing else leaves this stack. */
export class CallContextStack extends Stack {
  constructor(scope: Construct, id: string, { stage, deployment, ...props }: CallContextStackProps) {
    super(scope, id, props);

    const key = new Key(this, "Key", {
      description: `Encrypts the call contexts of skill-call ${stage}`,
      enableKeyRotation: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });

    const table = new TableV2(this, "Table", {
      partitionKey: { name: "contextId", type: AttributeType.STRING },
      timeToLiveAttribute: "expiresAt",
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(key),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      contributorInsightsSpecification: { enabled: true },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      replicas: deployment.replicaRegions.map((region) => ({ region })),
    });

    const names = parameterNames(stage);
    new StringParameter(this, "TableName", {
      parameterName: names.tableName,
      stringValue: table.tableName,
    });
    new StringParameter(this, "TableArn", {
      parameterName: names.tableArn,
      stringValue: table.tableArn,
    });
    new StringParameter(this, "KeyArn", { parameterName: names.keyArn, stringValue: key.keyArn });

    const alarms = new Alarms(this, "Alarms", deployment.alarmTopicArn);
    alarms.when("ContextsThrottled", {
      metric: table.metricThrottledRequestsForOperations({
        operations: ["PutItem", "UpdateItem", "GetItem"].map((name) => name as never),
        period: Duration.minutes(1),
      }),
      threshold: 5,
      description: "Requests for call contexts are throttled: calls go to the route without a context.",
    });

    new CfnOutput(this, "CallContextTable", { value: table.tableName });
  }
}
