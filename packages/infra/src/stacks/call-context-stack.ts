import { CfnOutput, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import {
  AttributeType,
  Billing,
  ContributorInsightsMode,
  Operation,
  TableEncryptionV2,
  TableV2,
} from "aws-cdk-lib/aws-dynamodb";
import { Key } from "aws-cdk-lib/aws-kms";
import { StringParameter } from "aws-cdk-lib/aws-ssm";
import type { Construct } from "constructs";
import type { CallContextDeployment } from "../deployment/deployment.ts";
import { Alarms } from "../observability/alarms.ts";
import { TeamDashboard } from "../observability/team-dashboard.ts";
import { parameterNames } from "../parameter-names.ts";
import type { TeamStackProps } from "../team-stack-props.ts";

const operations = [Operation.PUT_ITEM, Operation.UPDATE_ITEM, Operation.GET_ITEM];
const period = Duration.minutes(1);

/** The table of call contexts. Its name and ARNs go into SSM parameters; nothing else leaves this stack. */
export class CallContextStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { stage, deployment, ...props }: TeamStackProps<CallContextDeployment>,
  ) {
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
      encryption: TableEncryptionV2.customerManagedKey(key, replicaKeys(deployment)),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      // It shows keys as they are, and a key is a context ID: only of requests that are throttled.
      contributorInsightsSpecification: {
        enabled: true,
        mode: ContributorInsightsMode.THROTTLED_KEYS,
      },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
      replicas: deployment.replicas.map(({ region }) => ({ region })),
    });
    this.#tell(stage, { tableName: table.tableName, tableArn: table.tableArn, keyArn: key.keyArn });
    this.#observe(table, deployment);
    new CfnOutput(this, "CallContextTable", { value: table.tableName });
  }

  #tell(stage: string, values: Record<keyof ReturnType<typeof parameterNames>, string>): void {
    const names = parameterNames(stage);
    for (const [key, parameterName] of Object.entries(names)) {
      const stringValue = values[key as keyof typeof names];
      new StringParameter(this, `Parameter-${key}`, { parameterName, stringValue });
    }
  }

  #observe(table: TableV2, { alarmTopicArn }: CallContextDeployment): void {
    const alarms = new Alarms(this, "Alarms", alarmTopicArn);
    const throttled = table.metricThrottledRequestsForOperations({ operations, period });
    const failed = table.metricSystemErrorsForOperations({ operations, period });
    alarms.when("ContextsThrottled", {
      metric: throttled,
      threshold: 5,
      meaning: "Requests for call contexts are throttled: calls lose time, then their context.",
    });
    alarms.when("ContextStoreFails", {
      metric: failed,
      threshold: 5,
      meaning: "DynamoDB fails: calls are not started, or go to the route without a context.",
    });
    const latency = operations.map((Operation) =>
      table.metricSuccessfulRequestLatency({
        dimensionsMap: { TableName: table.tableName, Operation },
        statistic: "p99",
        period,
      }),
    );
    new TeamDashboard(this, "Dashboard", {
      about: "The call contexts of all teams.",
      alarms,
      graphs: [
        ["Throttled requests", throttled],
        ["Failed requests", failed],
        ["Latency, p99 (ms)", ...latency],
      ],
    });
  }
}

function replicaKeys({ replicas }: CallContextDeployment): Record<string, string> {
  return Object.fromEntries(replicas.map(({ region, keyArn }) => [region, keyArn]));
}
