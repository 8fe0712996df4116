import { type RemovalPolicy, Stack } from "aws-cdk-lib";
import { PolicyStatement, ServicePrincipal } from "aws-cdk-lib/aws-iam";
import { Key } from "aws-cdk-lib/aws-kms";
import { LogGroup, type RetentionDays } from "aws-cdk-lib/aws-logs";
import { Construct } from "constructs";

export interface EncryptedLogProps {
  /** Where a service has a name for it; else CloudFormation's own, so that one that stays is in no later one's way. */
  readonly name?: string;
  readonly retention: RetentionDays;
  /** Of the log and of its key: one is nothing without the other. */
  readonly removalPolicy: RemovalPolicy;
}

/** A log with a key of its own: who may read logs does not read this one, but for a right to the key. */
export class EncryptedLog extends Construct {
  readonly group: LogGroup;

  constructor(scope: Construct, id: string, { name, retention, removalPolicy }: EncryptedLogProps) {
    super(scope, id);
    const stack = Stack.of(this);
    // The log has its key before it has a name.
    const names = name ?? `${stack.stackName}-*`;
    const key = new Key(this, "Key", {
      description: `Encrypts ${stack.stackName}'s log ${id}`,
      enableKeyRotation: true,
      removalPolicy,
    });
    // For that alone (CloudWatch Logs user guide, "Encrypt log data using AWS KMS").
    key.addToResourcePolicy(
      new PolicyStatement({
        sid: "Logs",
        principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
        actions: ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey", "kms:DescribeKey"],
        resources: ["*"],
        conditions: {
          ArnLike: {
            "kms:EncryptionContext:aws:logs:arn": stack.formatArn({
              service: "logs",
              resource: `log-group:${names}`,
            }),
          },
        },
      }),
    );
    this.group = new LogGroup(this, "Group", {
      ...(name !== undefined && { logGroupName: name }),
      retention,
      removalPolicy,
      encryptionKey: key,
    });
  }
}
