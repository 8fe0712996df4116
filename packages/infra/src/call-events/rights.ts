import { Stack, Validations } from "aws-cdk-lib";
import { PolicyStatement, type Role } from "aws-cdk-lib/aws-iam";
import type { Construct } from "constructs";
import type { CallEventsDeployment, TableDeployment } from "../deployment/deployment.ts";
import { streamAccess } from "../lambda/table-access.ts";
import type { UndeliveredQueue } from "./undelivered-queue.ts";

export interface RightsOptions {
  readonly deployment: CallEventsDeployment;
  readonly table: TableDeployment;
  /** ARN; absent: no stream is read. */
  readonly stream: string | undefined;
  readonly undelivered: UndeliveredQueue;
}

/** What the Lambda of call events may do besides its operations on the table. */
export function callEventsRights(scope: Construct, options: RightsOptions): PolicyStatement[] {
  const { deployment, table, stream, undelivered } = options;
  const { webhook, eventBusArn, connectInstanceArn } = deployment;
  const one = (sid: string, action: string, resource: string | undefined) =>
    resource === undefined
      ? []
      : [new PolicyStatement({ sid, actions: [action], resources: [resource] })];
  return [
    ...(stream === undefined ? [] : streamAccess(scope, table, stream)),
    ...one("WebhookSecret", "secretsmanager:GetSecretValue", webhook?.secretArn),
    ...one("EventBus", "events:PutEvents", eventBusArn),
    ...one(
      "Contacts",
      "connect:DescribeContact",
      connectInstanceArn && contactsOf(connectInstanceArn),
    ),
    // Lambda itself sends there, with this role.
    ...one("Undelivered", "sqs:SendMessage", undelivered.queue.queueArn),
  ];
}

function contactsOf(instanceArn: string): string {
  return `${instanceArn}/contact/*`;
}

/** Notes why such a role has wildcards, as cdk-nag asks for it. */
export function explainCallEventsRights(role: Role, options: RightsOptions): void {
  const { deployment, table, stream } = options;
  const { connectInstanceArn } = deployment;
  const explain = (resource: string, reason: string) =>
    Validations.of(role).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
  if (connectInstanceArn !== undefined) {
    explain(contactsOf(connectInstanceArn), "A contact's ID is drawn when it is started.");
  }
  if (stream !== undefined) {
    const { Ref: parameter } = Stack.of(role).resolve(table.arn);
    const arn = parameter === undefined ? table.arn : `<${parameter}>`;
    explain(
      `${arn}/stream/*`,
      "ListStreams lists a table's streams: it is allowed for all of them.",
    );
  }
}
