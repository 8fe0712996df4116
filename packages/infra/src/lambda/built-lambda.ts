import { type Duration, RemovalPolicy, Validations } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction, Tracing } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { LambdaStackProps } from "../team-stack-props.ts";
import { assertEnvironmentFits } from "./environment-size.ts";
import type { LambdaPackage } from "./lambda-folders.ts";
import { lambdaRuntime } from "./runtime.ts";
import { type TableAction, tableAccess, tableOfStage } from "./table-access.ts";

export interface BuiltLambdaProps {
  readonly package: LambdaPackage;
  readonly stack: LambdaStackProps<unknown>;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  readonly tableActions: readonly TableAction[];
}

/** A Lambda from the file that its package built: arm64, traced, its logs kept a month, no rights but its own. */
export class BuiltLambda extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: BuiltLambdaProps) {
    super(scope, id);
    const { stage, table = tableOfStage(this, stage), lambdaFolders } = props.stack;
    const environment = { ...props.environment, CALL_CONTEXT_TABLE: table.name };
    assertEnvironmentFits(this, environment);

    const logGroup = new LogGroup(this, "Logs", {
      // A name of our own: the runbook's queries say it.
      logGroupName: `/skill-call/${stage}/${props.package}`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description: `skill-call ${stage}: what ${props.package} may do`,
    });
    logGroup.grantWrite(this.role);
    for (const statement of tableAccess(this, table, props.tableActions)) {
      this.role.addToPolicy(statement);
    }
    this.function = new LambdaFunction(this, "Function", {
      runtime: lambdaRuntime,
      architecture: Architecture.ARM_64,
      handler: "index.handler",
      code: Code.fromAsset(lambdaFolders(props.package)),
      memorySize: 512,
      timeout: props.timeout,
      tracing: Tracing.ACTIVE,
      role: this.role,
      logGroup,
      environment,
      // What ran before stays, so that an alias can be put back in one command.
      currentVersionOptions: { removalPolicy: RemovalPolicy.RETAIN },
    });
    Validations.of(this.role).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason: "X-Ray has no resources: PutTraceSegments and PutTelemetryRecords allow only *.",
    });
  }

  /** Gives the Lambda one more right. */
  allow(statement: ConstructorParameters<typeof PolicyStatement>[0]): void {
    this.role.addToPolicy(new PolicyStatement(statement));
  }
}
