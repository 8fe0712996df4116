import { CfnOutput, Duration, Stack } from "aws-cdk-lib";
import type { Construct } from "constructs";
import type { ConnectFiles } from "../connect/connect-files.ts";
import { ContactFlows } from "../connect/contact-flows.ts";
import type { ConnectDeployment } from "../deployment/deployment.ts";
import { BuiltLambda } from "../lambda/built-lambda.ts";
import { connectEnvironment } from "../lambda/connect-environment.ts";
import { newVersionAlarms } from "../observability/new-version-alarms.ts";
import { observeConnect } from "../observability/observe-connect.ts";
import type { LambdaStackProps } from "../team-stack-props.ts";
import { GradualDeployment } from "../telephony/gradual-deployment.ts";

export interface ConnectStackProps extends LambdaStackProps<ConnectDeployment> {
  /** The flows and their test cases. */
  readonly files: ConnectFiles;
}

/** The flows of an Amazon Connect instance, and the Lambda that they ask; the instance itself is there already. */
export class ConnectStack extends Stack {
  constructor(scope: Construct, id: string, props: ConnectStackProps) {
    super(scope, id, props);
    const { stage, deployment, files, emergency } = props;
    const lambda = new BuiltLambda(this, "ConnectHandler", {
      package: "connect-handler",
      stack: props,
      // The flow waits 4 s, in which Connect may invoke three times; the handler answers within 2.5 s.
      timeout: Duration.seconds(4),
      environment: connectEnvironment(deployment),
      routesSource: deployment.routesSource,
      // GetItem: DynamoDB brings no item of a condition that failed because there is none.
      tableUse: { actions: ["dynamodb:GetItem"], updates: ["claim", "advance"] },
      words: "reads",
    });
    const alarms = newVersionAlarms(this, lambda);
    new GradualDeployment(this, "Deployment", {
      lambda,
      alarms,
      atOnce: emergency,
      rehearsal: {
        folder: props.lambdaFolders("rehearsal"),
        environment: { REHEARSED: "connect-handler" },
      },
    });
    const instanceId = deployment.instanceArn.split("/").at(-1) ?? "";
    // No flow moves to another instance: it is in the logical IDs, so that another instance makes others.
    const flows = new ContactFlows(this, `Flows${instanceId}`, {
      deployment,
      name: `skill-call-${stage}`,
      lambda,
      files,
    });
    observeConnect(this, { alias: lambda.alias, stage, deployment, flowName: flows.flowName });
    new CfnOutput(this, "ConnectFlowId", { value: flows.flowId });
    new CfnOutput(this, "ConnectHandlerAliasArn", { value: lambda.alias.functionArn });
  }
}
