import { RemovalPolicy, Validations } from "aws-cdk-lib";
import { PolicyStatement, Role, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { LogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import {
  AwsCustomResource,
  type AwsCustomResourceProps,
  type AwsSdkCall,
  Logging,
} from "aws-cdk-lib/custom-resources";
import { Construct } from "constructs";

export interface VoiceApiCall {
  /** An operation of the Chime SDK Voice API, such as `createSipRule`. */
  readonly action: string;
  readonly parameters: object;
}

export type CustomResourceProps = Pick<
  AwsCustomResourceProps,
  "resourceType" | "onCreate" | "onUpdate" | "onDelete"
>;

/** Calls the Chime SDK Voice API as CloudFormation creates, updates and deletes; one Lambda of the CDK's does it. */
export class VoiceApi extends Construct {
  readonly #role: Role;
  readonly #logGroup: LogGroup;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.#logGroup = new LogGroup(this, "Logs", {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.#role = new Role(this, "Role", {
      assumedBy: new ServicePrincipal("lambda.amazonaws.com"),
      description: "skill-call: what a deployment may do with the Chime SDK Voice API",
    });
    this.#logGroup.grantWrite(this.#role);
    this.explainWildcard(
      "*",
      "SIP rules have no ARN, and a SIP media application has none before it is created.",
    );
  }

  /** Lets the calls of one kind of resource happen. */
  allow(statement: ConstructorParameters<typeof PolicyStatement>[0]): void {
    this.#role.addToPolicy(new PolicyStatement(statement));
  }

  /** Notes why the role has a wildcard, as cdk-nag asks for it. */
  explainWildcard(resource: string, reason: string): void {
    Validations.of(this.#role).acknowledge({
      id: `AwsSolutions-IAM5[Resource::${resource}]`,
      reason,
    });
  }

  customResource(scope: Construct, id: string, props: CustomResourceProps): AwsCustomResource {
    const resource = new AwsCustomResource(scope, id, {
      ...props,
      // The runtime's own SDK has the Voice API; without this every deployment would install one.
      installLatestAwsSdk: false,
      role: this.#role,
      logGroup: this.#logGroup,
    });
    // Else the rights could go before the last call that needs them.
    resource.node.addDependency(this.#role);
    return resource;
  }
}

/** A call as AwsCustomResource takes it; what the API answers holds numbers, and is kept out of logs. */
export function sdkCall({ action, parameters }: VoiceApiCall): AwsSdkCall {
  return { service: "chime-sdk-voice", action, parameters, logging: Logging.withDataHidden() };
}
