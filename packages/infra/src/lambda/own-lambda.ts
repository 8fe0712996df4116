import { type Duration, RemovalPolicy } from "aws-cdk-lib";
import { PolicyDocument, type PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import { writing } from "./log-rights.ts";
import { lambdaRuntime } from "./runtime.ts";

export interface OwnLambdaProps {
  /** Folder that holds `index.mjs`. */
  readonly folder: string;
  readonly description: string;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  readonly rights: readonly PolicyStatement[];
}

/** A Lambda of a stack's own, which no call goes through: a deployment invokes it, a schedule, or a log. */
export class OwnLambda extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: OwnLambdaProps) {
    super(scope, id);
    const { folder, description, timeout, environment, rights } = props;
    const logGroup = new LogGroup(this, "Logs", {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description,
      inlinePolicies: {
        Rights: new PolicyDocument({ statements: [writing(logGroup), ...rights] }),
      },
    });
    this.function = new LambdaFunction(this, "Function", {
      description,
      runtime: lambdaRuntime,
      architecture: Architecture.ARM_64,
      handler: "index.handler",
      code: Code.fromAsset(folder),
      memorySize: 256,
      timeout,
      role: this.role.withoutPolicyUpdates(),
      logGroup,
      environment,
    });
  }
}
