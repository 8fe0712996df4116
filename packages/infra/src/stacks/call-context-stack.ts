import { CfnOutput, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { MathExpression } from "aws-cdk-lib/aws-cloudwatch";
import {
  AttributeType,
  Billing,
  ContributorInsightsMode,
  type ITableV2,
  Operation,
  StreamViewType,
  TableEncryptionV2,
  TableV2,
} from "aws-cdk-lib/aws-dynamodb";
import { Key } from "aws-cdk-lib/aws-kms";
import { StringParameter } from "aws-cdk-lib/aws-ssm";
import type { Construct } from "constructs";
import type { CallContextDeployment } from "../deployment/deployment.ts";
import { Alarms, twoOfThree } from "../observability/alarms.ts";
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
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    const table = new TableV2(this, "Table", {
      partitionKey: { name: "contextId", type: AttributeType.STRING },
      timeToLiveAttribute: "expiresAt",
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.customerManagedKey(key, replicaKeys(deployment)),
      pointInTimeRecoverySpecification: {
        pointInTimeRecoveryEnabled: true,
        // A context is used within minutes: more would only keep personal data (docs/decisions/0017).
        recoveryPeriodInDays: 1,
      },
      // It shows keys as they are, and a key is a context ID: only of requests that are throttled.
      contributorInsightsSpecification: {
        enabled: true,
        mode: ContributorInsightsMode.THROTTLED_KEYS,
      },
      // Read by call events, if a team has them; a replica needs it, too.
      dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
      replicas: deployment.replicas.map(({ region }) => ({ region })),
    });
    const { restoredTable } = deployment;
    const { tableName: name, tableArn: arn, tableStreamArn: streamArn } = table;
    const used = restoredTable ?? { name, arn, keyArn: key.keyArn, streamArn };
    this.#tell(stage, {
      tableName: used.name,
      tableArn: used.arn,
      keyArn: used.keyArn,
      // Without it call events cannot be deployed: better than with the stream of the other table.
      streamArn: used.streamArn,
    });
    this.#observe(
      restoredTable ? TableV2.fromTableArn(this, "Restored", restoredTable.arn) : table,
      deployment,
    );
    new CfnOutput(this, "CallContextTable", { value: used.name });
  }

  #tell(stage: string, values: ParameterValues): void {
    const names = parameterNames(stage);
    for (const [key, parameterName] of Object.entries(names)) {
      const stringValue = values[key as keyof typeof names];
      if (stringValue === undefined) continue;
      new StringParameter(this, `Parameter-${key}`, { parameterName, stringValue });
    }
  }

  #observe(table: ITableV2, { alarmTopicArn }: CallContextDeployment): void {
    const alarms = new Alarms(this, "Alarms", alarmTopicArn);
    const throttled = ofAllOperations(table, "ThrottledRequests");
    const failed = ofAllOperations(table, "SystemErrors");
    alarms.when("ContextsThrottled", {
      metric: throttled,
      threshold: 5,
      periods: twoOfThree,
      meaning: "Requests for call contexts are throttled: calls lose time, then their context.",
    });
    alarms.when("ContextStoreFails", {
      metric: failed,
      threshold: 5,
      periods: twoOfThree,
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

type ParameterValues = Readonly<
  Record<keyof ReturnType<typeof parameterNames>, string | undefined>
>;

/** Operations of which nothing was counted have no metric: without FILL the sum would have none, either. */
function ofAllOperations(table: ITableV2, metricName: string): MathExpression {
  const ofOperation = (Operation: string) =>
    table.metric(metricName, {
      dimensionsMap: { TableName: table.tableName, Operation },
      statistic: "Sum",
      period,
    });
  return new MathExpression({
    expression: operations.map((operation) => `FILL(${operation.toLowerCase()},0)`).join(" + "),
    usingMetrics: Object.fromEntries(
      operations.map((operation) => [operation.toLowerCase(), ofOperation(operation)]),
    ),
    label: metricName,
    period,
  });
}

function replicaKeys({ replicas }: CallContextDeployment): Record<string, string> {
  return Object.fromEntries(replicas.map(({ region, keyArn }) => [region, keyArn]));
}
