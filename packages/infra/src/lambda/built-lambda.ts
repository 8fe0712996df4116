import { createHash } from "node:crypto";
import { type Duration, RemovalPolicy, Stack, Validations } from "aws-cdk-lib";
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import {
  Alias,
  Architecture,
  Function as LambdaFunction,
  Tracing,
  type Version,
} from "aws-cdk-lib/aws-lambda";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";
import type { TableDeployment } from "../deployment/deployment.ts";
import type { RoutesSourceDeployment } from "../deployment/routes-source.ts";
import type { LambdaStackProps } from "../team-stack-props.ts";
import { deployable } from "./documents-beside.ts";
import { encryptionAccess, type WordsUse } from "./encryption-access.ts";
import { assertEnvironmentFits } from "./environment-size.ts";
import type { LambdaPackage } from "./lambda-folders.ts";
import { writing } from "./log-rights.ts";
import { routesSourceLayers, routesSourceName, routesSourceRights } from "./routes-source.ts";
import { lambdaRuntime } from "./runtime.ts";
import { type TableUse, tableAccess, tableOfStage } from "./table-access.ts";

export interface BuiltLambdaProps {
  readonly package: LambdaPackage;
  readonly stack: LambdaStackProps<unknown>;
  readonly timeout: Duration;
  readonly environment: Readonly<Record<string, string>>;
  readonly tableUse: TableUse;
  /** Where its routes are kept, if not in the deployment alone. */
  readonly routesSource?: RoutesSourceDeployment | undefined;
  /** What it does with what callers said, if anything. */
  readonly words?: WordsUse;
  /** What it may do besides. */
  readonly rights?: readonly PolicyStatement[];
}

/**
 * A Lambda from the file that its package built: arm64, traced, its logs kept a month, no rights but its own.
 *
 * The version that runs keeps its table and its rights until the next one has taken over: a role belongs to a
 * version. Other rights make another role, and another table does so, too; CloudFormation deletes the one before when
 * the alias has moved.
 */
export class BuiltLambda extends Construct {
  readonly function: LambdaFunction;
  readonly role: Role;
  readonly log: LogGroup;
  readonly table: TableDeployment;
  readonly version: Version;
  /** What is invoked: it leads to one version, and can be put back to the one before. */
  readonly alias: Alias;

  constructor(scope: Construct, id: string, props: BuiltLambdaProps) {
    super(scope, id);
    const { stage, table = tableOfStage(this, stage), encryption, lambdaFolders } = props.stack;
    this.table = table;
    const { routesSource: source } = props;
    const { environment, code } = deployable(
      lambdaFolders(props.package),
      { ...props.environment, CALL_CONTEXT_TABLE: table.name, STAGE: stage },
      source && routesSourceName(source),
    );
    assertEnvironmentFits(this, environment);

    this.log = new LogGroup(this, "Logs", {
      // A name of our own: the runbook's queries say it.
      logGroupName: `/skill-call/${stage}/${props.package}`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.role = this.#role({
      description: `skill-call ${stage}: what ${props.package} may do`,
      // A path cannot be changed: another table replaces the role.
      path: `/skill-call/${stage}/${table.name}/`,
      statements: [
        writing(this.log),
        tracing(),
        ...tableAccess(this, table, props.tableUse),
        ...(source ? routesSourceRights(this, source) : []),
        ...(props.words ? encryptionAccess(encryption, props.words) : []),
        ...(props.rights ?? []),
      ],
    });
    this.function = new LambdaFunction(this, "Function", {
      runtime: lambdaRuntime,
      architecture: Architecture.ARM_64,
      handler: "index.handler",
      code,
      layers: source ? routesSourceLayers(this, source) : [],
      memorySize: 512,
      timeout: props.timeout,
      tracing: Tracing.ACTIVE,
      // Its rights stand in the role itself: a policy beside it would be moved before the version is.
      role: this.role.withoutPolicyUpdates(),
      logGroup: this.log,
      environment,
      currentVersionOptions: {
        // What ran before stays, to be put back. What never ran goes: Lambda would not publish the same code again.
        removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
        // A table's name is known when CloudFormation deploys, and then no part of the version's hash: another
        // description makes another version.
        description: table.name,
      },
    });
    this.version = this.function.currentVersion;
    // One a stack, and named after nothing else: a name can be taken once.
    this.alias = new Alias(Stack.of(this), "Live", { aliasName: "live", version: this.version });
  }

  #role({ statements, ...props }: RoleOfVersion): Role {
    const role = new Role(this, `Role${hashOf(Stack.of(this).resolve(statements))}`, {
      ...props,
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      inlinePolicies: { Rights: new PolicyDocument({ statements: [...statements] }) },
    });
    Validations.of(role).acknowledge({
      id: "AwsSolutions-IAM5[Resource::*]",
      reason: "X-Ray has no resources: PutTraceSegments and PutTelemetryRecords allow only *.",
    });
    return role;
  }
}

interface RoleOfVersion {
  readonly description: string;
  readonly path: string;
  readonly statements: readonly PolicyStatement[];
}

function hashOf(rights: unknown): string {
  return createHash("sha256").update(JSON.stringify(rights)).digest("hex").slice(0, 8);
}

function tracing(): PolicyStatement {
  const actions = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"];
  return new PolicyStatement({ sid: "Traces", actions, resources: ["*"] });
}
