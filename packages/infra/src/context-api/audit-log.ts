import { CfnOutput, Duration, RemovalPolicy, Stack } from "aws-cdk-lib";
import type { Metric } from "aws-cdk-lib/aws-cloudwatch";
import { FilterPattern, type ILogGroup, RetentionDays } from "aws-cdk-lib/aws-logs";
import { LambdaDestination } from "aws-cdk-lib/aws-logs-destinations";
import { Construct } from "constructs";
import { writing } from "../lambda/log-rights.ts";
import { OwnLambda } from "../lambda/own-lambda.ts";
import { EncryptedLog } from "../observability/encrypted-log.ts";

export interface AuditLogProps {
  /** Of the built Lambda. */
  readonly folder: string;
  /** That the context API writes. */
  readonly log: ILogGroup;
}

/**
 * Who asked for which context, kept a year, encrypted with a key of its own: copied from the Lambda's log as its lines
 * come, so that no request waits for it. It outlives its stack.
 */
export class AuditLog extends Construct {
  readonly #copier: OwnLambda;

  constructor(scope: Construct, id: string, { folder, log }: AuditLogProps) {
    super(scope, id);
    const { group } = new EncryptedLog(this, "Lines", {
      retention: RetentionDays.ONE_YEAR,
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    new CfnOutput(Stack.of(this), "AuditLogGroup", { value: group.logGroupName });
    this.#copier = new OwnLambda(this, "Copier", {
      folder,
      description: "Copies audit lines into a log of their own",
      timeout: Duration.minutes(1),
      environment: { AUDIT_LOG_GROUP: group.logGroupName },
      rights: [writing(group, "AuditLines")],
    });
    log.addSubscriptionFilter("Subscription", {
      destination: new LambdaDestination(this.#copier.function),
      filterPattern: FilterPattern.stringValue("$.message", "=", "audit"),
    });
  }

  /** Deliveries that could not be copied. */
  get failures(): Metric {
    return this.#copier.function.metricErrors({ period: Duration.minutes(15) });
  }
}
