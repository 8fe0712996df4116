import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { StringParameter } from "aws-cdk-lib/aws-ssm";
import { Construct } from "constructs";
import { parameterNames } from "./parameter-names.ts";

export interface BuiltLambdaProps {
  /** The folder under packages/ whose dist/lambda is deployed. */
  readonly package: "skill" | "sma-handler" | "context-api";
  readonly stage: string;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  /** What the Lambda does with the call context table; nothing else is allowed. */
  readonly tableActions: readonly `dynamodb:${string}`[];
}

/** A Lambda from the file that its package built: arm64, traced, its logs kept a month, no wildcard rights. */
export class BuiltLambda extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;

  constructor(scope: Construct, id: string, props: BuiltLambdaProps) {
    super(scope, id);
    const names = parameterNames(props.stage);
    const parameter = (name: string) => StringParameter.valueForStringParameter(this, name);

    const logGroup = new LogGroup(this, "Logs", {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });

    this.role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description: `skill-call ${props.stage}: ${props.package}`,
    });
    logGroup.grantWrite(this.role);
    this.role.addToPolicy(
      new PolicyStatement({
        sid: "CallContexts",
        actions: [...props.tableActions],
        resources: [parameter(names.tableArn)],
      }),
    );
    this.role.addToPolicy(
      new PolicyStatement({
        sid: "CallContextKey",
        actions: ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:DescribeKey"],
        resources: [parameter(names.keyArn)],
        conditions: {
          StringEquals: { "kms:ViaService": `dynamodb.${Stack.of(this).region}.amazonaws.com` },
        },
      }),
    );

    this.function = new LambdaFunction(this, "Function", {
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      handler: "index.handler",
      code: Code.fromAsset(builtFolder(props.package)),
      memorySize: 512,
      timeout: props.timeout,
      tracing: Tracing.ACTIVE,
      role: this.role,
      logGroup,
      environment: { ...props.environment, CALL_CONTEXT_TABLE: parameter(names.tableName) },
    });
  }
}

function builtFolder(name: BuiltLambdaProps["package"]): string {
  const folder = fileURLToPath(new URL(`../../${name}/dist/lambda/`, import.meta.url));
  if (!existsSync(`${folder}index.mjs`)) {
    throw new Error(`packages/${name}/dist/lambda/index.mjs is not built; run: npx -y pnpm@12 build`);
  }
  return folder;
}
